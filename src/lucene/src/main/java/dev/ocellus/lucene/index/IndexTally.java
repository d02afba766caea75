package dev.ocellus.lucene.index;

import dev.ocellus.lucene.PolicyMarks;
import dev.ocellus.lucene.index.IndexReport.Reencoded;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of the photos of a run. */
final class IndexTally {
  long added;
  long changed;
  long renamed;
  long removed;
  long unchanged;
  long unreadable;

  /** Photos written in this run. */
  long written;

  /** Photos in the index afterwards. */
  long photos;

  /** Whether the run was stopped before its end. */
  boolean cancelled;

  void count(PhotoOutcome.Kind kind) {
    switch (kind) {
      case ADDED -> added++;
      case CHANGED -> changed++;
      case MOVED -> renamed++;
      case UNCHANGED -> unchanged++;
      case UNREADABLE -> unreadable++;
    }
  }

  IndexReport report(
      long captionProblems,
      @Nullable Reencoded reencoded,
      @Nullable PolicyMarks policy,
      Duration took) {
    return new IndexReport(
        photos,
        added,
        changed,
        renamed,
        removed,
        unchanged,
        unreadable,
        captionProblems,
        reencoded,
        policy,
        cancelled,
        took);
  }
}
