package dev.ocellus.lucene.text;

import dev.ocellus.encode.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Some hundred descriptions of everyday photos, by which to tell photos that are near to any text
 * (hubs) from those that are near to this one. The same for every collection, so that a photo's
 * score does not depend on what else was indexed.
 */
public final class ReferenceTexts {

  private static final String FILE = "reference_texts.txt";

  /** Nearest texts that count. */
  private static final int NEAREST = 3;

  private static final Map<String, ReferenceTexts> BY_MODEL = new ConcurrentHashMap<>();

  private final List<float[]> vectors;

  private ReferenceTexts(List<float[]> vectors) {
    this.vectors = vectors;
  }

  /** Encodes them, once for each model: about a second. */
  public static ReferenceTexts of(Encoder encoder) {
    return BY_MODEL.computeIfAbsent(
        encoder.modelId(), id -> new ReferenceTexts(encoder.encodeTexts(texts())));
  }

  /**
   * Their mean vector: the direction that texts at large share in the encoder's space, in which
   * they differ from photos.
   *
   * @return not of unit length
   */
  public float[] mean() {
    float[] mean = new float[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  static List<String> texts() {
    try (InputStream in = ReferenceTexts.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new AssertionError(FILE + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Mean cosine of a photo and the reference texts nearest to it, as in cross-domain similarity
   * local scaling (Conneau et al., "Word translation without parallel data", ICLR 2018).
   *
   * @param imageVector unit vector
   * @return -1 to 1
   */
  public float hubness(float[] imageVector) {
    double[] cosines = new double[vectors.size()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = StableSum.dotProduct(vectors.get(i), imageVector);
    }
    Arrays.sort(cosines);
    double sum = 0;
    for (int i = 1; i <= NEAREST; i++) {
      sum += cosines[cosines.length - i];
    }
    return (float) (sum / NEAREST);
  }
}
