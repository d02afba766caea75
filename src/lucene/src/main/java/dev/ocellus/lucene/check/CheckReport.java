package dev.ocellus.lucene.check;

import java.util.Map;

/**
 * What a check found.
 *
 * @param photos photos looked at
 * @param captions their captions
 * @param files photo files that were there
 * @param hashed photo files that were read whole and compared
 * @param problems by part; every part is there
 * @param cancelled whether the check was stopped before its end
 */
public record CheckReport(
    long photos,
    long captions,
    long files,
    long hashed,
    Map<CheckPart, Long> problems,
    boolean cancelled) {

  public CheckReport {
    problems = Map.copyOf(problems);
  }

  /** Whether nothing is wrong with what was checked. */
  public boolean clean() {
    return problems.values().stream().allMatch(count -> count == 0);
  }
}
