package dev.ocellus.lucene.watch;

import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexReport;

/**
 * Hears what a {@link PhotoWatcher} does. {@link #cancelled()} is asked several times a second and
 * ends the watch; a problem is told once, not at every update.
 */
public interface WatchListener extends IndexProgress {

  /** The first run, or a later update, is done; its changes are committed. */
  default void updated(IndexReport report) {}
}
