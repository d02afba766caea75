package dev.ocellus.lucene.check;

import java.util.EnumMap;
import java.util.Map;

/** Counts what a check sees, and passes problems on. */
final class Findings {

  private final CheckListener listener;
  private final Map<CheckPart, Long> problems = new EnumMap<>(CheckPart.class);

  long photos;
  long captions;
  long files;
  long hashed;
  boolean cancelled;

  Findings(CheckListener listener) {
    this.listener = listener;
    for (CheckPart part : CheckPart.values()) {
      problems.put(part, 0L);
    }
  }

  void problem(CheckPart part, String line) {
    problems.merge(part, 1L, Long::sum);
    listener.problem(part, line);
  }

  void started(long all) {
    listener.started(all);
  }

  /** One more photo is done; returns false if there shall be no further. */
  boolean photoDone() {
    listener.advanced(++photos);
    cancelled = listener.cancelled();
    return !cancelled;
  }

  CheckReport report() {
    return new CheckReport(photos, captions, files, hashed, problems, cancelled);
  }
}
