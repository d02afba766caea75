package dev.ocellus.indextools.json;

import java.util.List;

/**
 * The answer of {@code add}, {@code edit} and {@code delete}.
 *
 * @param problems photos that could not be read
 * @param photos photos in the index now
 */
public record EditAnswer(
    long added, long changed, long unchanged, long deleted, List<Problem> problems, long photos) {

  /** A photo that could not be added, and why. */
  public record Problem(String photo, String problem) {}
}
