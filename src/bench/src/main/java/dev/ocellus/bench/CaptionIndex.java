package dev.ocellus.bench;

import dev.ocellus.fusion.FusionModels;
import dev.ocellus.fusion.Likeness;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.Scoring;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An index of captions alone, in memory, for what needs no vectors. */
final class CaptionIndex {

  static final CaptionAnalyzer ANALYZER = CaptionAnalyzer.of("en");

  private CaptionIndex() {}

  /** Photos with captions; ids are their numbers. */
  static PhotoSearcher of(List<List<String>> photos) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(ANALYZER.analyzer()))) {
      for (int i = 0; i < photos.size(); i++) {
        Document photo = new Document();
        photo.add(new StringField(PhotoSchema.KIND, PhotoSchema.PHOTO_KIND, Store.NO));
        photo.add(new StringField(PhotoSchema.ID, Integer.toString(i), Store.YES));
        for (String caption : photos.get(i)) {
          photo.add(new Field(PhotoSchema.CAPTION, caption, PhotoSchema.CAPTION_TYPE));
        }
        writer.addDocument(photo);
      }
    }
    IndexMetadata metadata =
        new IndexMetadata("none", "none", 1, "en", ANALYZER.name(), Path.of(""));
    DirectoryReader reader = DirectoryReader.open(directory);
    return new PhotoSearcher(
        new IndexSearcher(reader),
        metadata,
        () -> ANALYZER,
        () -> {
          throw new IllegalStateException("captions alone need no encoder");
        },
        () -> new Scoring(FusionModels.bundled().model(), Likeness.DEFAULT),
        reader);
  }
}
