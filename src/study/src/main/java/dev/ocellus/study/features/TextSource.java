package dev.ocellus.study.features;

import java.io.IOException;
import java.util.List;

/**
 * A kind of text vectors. Some must learn from captions first, and may learn from those of the
 * training side alone.
 *
 * @param name in tables: {@code tfidf}
 * @param learns whether {@code fitting} looks at the captions
 * @param fitting from captions to text vectors
 */
public record TextSource(String name, boolean learns, Fitting fitting) {

  /** Makes text vectors of captions. */
  @FunctionalInterface
  public interface Fitting {
    TextVectors fit(List<String> captions) throws IOException;
  }

  /** Vectors that need no fitting. */
  public static TextSource ready(String name, TextVectors vectors) {
    return new TextSource(name, false, captions -> vectors);
  }
}
