package dev.ocellus.bench;

import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.index.PhotoDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** An index of many {@link PerturbedPhotos}, made once: one segment, all flushed at the end. */
final class LargeIndex {

  private static final long SEED = 42;
  private static final double BUFFER_MEGABYTES = 2000;

  private LargeIndex() {}

  /** Makes it unless it is there, as one that {@code ocellus index} made with the same encoder. */
  static void make(Path folder, RealPhotos real, int photos, Codec codec) throws IOException {
    try (Directory directory = FSDirectory.open(Files.createDirectories(folder))) {
      if (DirectoryReader.indexExists(directory)) {
        return;
      }
      IndexWriterConfig config =
          new IndexWriterConfig(CaptionAnalyzer.of("en").analyzer())
              .setCodec(codec)
              .setUseCompoundFile(false)
              .setRAMBufferSizeMB(BUFFER_MEGABYTES);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        IndexMetadata metadata = real.metadata().withFields(FieldCatalogue.BUILT_IN);
        PerturbedPhotos perturbed = new PerturbedPhotos(real.photos(), SEED);
        for (int i = 0; i < photos; i++) {
          writer.addDocuments(PhotoDocument.block(perturbed.next(i), metadata.modelId()));
        }
        writer.forceMerge(1);
        writer.setLiveCommitData(metadata.toCommitData().entrySet());
      }
    }
  }
}
