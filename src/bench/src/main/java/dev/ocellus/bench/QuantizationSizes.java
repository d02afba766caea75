package dev.ocellus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Bytes a photo with one caption takes, for each way to quantize its vectors: the quantized vectors
 * and the graph are read by every search and should fit into memory; of the floats, tokens and the
 * rest a search reads its candidates' alone.
 */
public final class QuantizationSizes {

  private static final int PHOTOS = 20_000;

  private QuantizationSizes() {}

  /**
   * @param args an index of real photos with captions, and a folder for the indexes
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: QuantizationSizes REAL_INDEX WORK");
      System.exit(2);
    }
    RealPhotos real = RealPhotos.read(Path.of(args[0]));
    for (ScalarEncoding encoding : ScalarEncoding.values()) {
      Path folder = Path.of(args[1], encoding.name().toLowerCase(Locale.ROOT));
      LargeIndex.make(folder, real, PHOTOS, codec(encoding));
      Map<String, Long> sizes = sizes(folder);
      long quantized = sizes.getOrDefault("veq", 0L);
      long graph = sizes.getOrDefault("vex", 0L);
      long floats = sizes.getOrDefault("vec", 0L);
      long tokens = sizes.getOrDefault("dvd", 0L);
      long all = sizes.values().stream().mapToLong(Long::longValue).sum();
      System.out.printf(
          Locale.ROOT,
          "%s: bytes a photo: quantized %d, graph %d, floats %d, doc values %d, the rest %d; in memory %d, on disk %d%n",
          encoding,
          quantized / PHOTOS,
          graph / PHOTOS,
          floats / PHOTOS,
          tokens / PHOTOS,
          (all - quantized - graph - floats - tokens) / PHOTOS,
          (quantized + graph) / PHOTOS,
          all / PHOTOS);
    }
  }

  private static Codec codec(ScalarEncoding encoding) {
    KnnVectorsFormat format = new Lucene104HnswScalarQuantizedVectorsFormat(encoding, 16, 100);
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return format;
      }
    };
  }

  /** Bytes by the files' extension. */
  private static Map<String, Long> sizes(Path folder) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        sizes.merge(name.substring(name.lastIndexOf('.') + 1), Files.size(file), Long::sum);
      }
    }
    return sizes;
  }
}
