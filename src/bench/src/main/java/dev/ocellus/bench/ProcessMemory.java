package dev.ocellus.bench;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.FusionModels;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TextEncoder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;

/**
 * Memory of a process that searches an index, in bytes a photo over the same process before it
 * opened the index: objects on the heap that live, and what the system keeps of the index's files
 * in memory for it. The latter is what the queries touched; the system takes it away where others
 * need it. Linux only, where the system tells this.
 */
public final class ProcessMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int TOP = 10;
  private static final int KIBI = 1024;

  private ProcessMemory() {}

  /**
   * @param args an index, and a file with a query a line
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: ProcessMemory INDEX QUERIES");
      System.exit(2);
    }
    List<String> texts = Files.readAllLines(Path.of(args[1]));
    CaptionAnalyzer analyzer = CaptionAnalyzer.of("en");
    FusionModel model = FusionModels.bundled().model();
    List<EncodedText> encoded;
    try (Encoder encoder = new ModelStore().open(ModelStore.DEFAULT_MODEL, 1)) {
      encoded = new TextEncoder(encoder, analyzer).encode(texts);
    }
    long heapBefore = heap();
    long mappedBefore = resident("RssFile");
    try (FSDirectory directory = FSDirectory.open(Path.of(args[0]));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      int photos = searcher.count(PhotoSchema.PHOTOS);
      for (int i = 0; i < texts.size(); i++) {
        List<LemmaGroup> words =
            LemmaGroup.of(
                analyzer.queryAnalyzer(), PhotoSchema.CAPTION, texts.get(i), Integer.MAX_VALUE);
        searcher.search(new HybridQuery(words, encoded.get(i), model), TOP);
      }
      System.out.printf(
          Locale.ROOT,
          "%d photos, %d queries; bytes a photo: heap %.1f, files in memory %.0f; process %d MiB%n",
          photos,
          texts.size(),
          (double) (heap() - heapBefore) / photos,
          (double) (resident("RssFile") - mappedBefore) / photos,
          resident("VmRSS") / KIBI / KIBI);
    }
  }

  /** Bytes of objects that live. */
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** A line of the process's status, in bytes. */
  private static long resident(String name) throws IOException {
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith(name + ":")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * KIBI;
      }
    }
    throw new IOException(STATUS + " has no " + name);
  }
}
