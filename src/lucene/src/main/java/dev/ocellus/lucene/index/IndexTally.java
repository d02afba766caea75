package dev.ocellus.lucene.index;

import java.time.Duration;

/** Counts of what became of the photos of a run. */
final class IndexTally {
  long added;
  long changed;
  long renamed;
  long removed;
  long unchanged;
  long unreadable;

  void count(PhotoOutcome.Kind kind) {
    switch (kind) {
      case ADDED -> added++;
      case CHANGED -> changed++;
      case MOVED -> renamed++;
      case UNCHANGED -> unchanged++;
      case UNREADABLE -> unreadable++;
    }
  }

  IndexReport report(long photos, long captionProblems, boolean cancelled, Duration took) {
    return new IndexReport(
        photos,
        added,
        changed,
        renamed,
        removed,
        unchanged,
        unreadable,
        captionProblems,
        cancelled,
        took);
  }
}
