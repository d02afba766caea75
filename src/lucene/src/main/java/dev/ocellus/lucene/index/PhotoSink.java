package dev.ocellus.lucene.index;

import dev.ocellus.lucene.policy.PhotoMark;
import java.io.Closeable;
import java.io.IOException;

/** Takes the photos that an indexing run has made. Called by one thread. */
public interface PhotoSink extends Closeable {

  /** Adds a photo, in place of the one of the same id. */
  void put(IndexedPhoto photo, PhotoMark mark) throws IOException;

  /** Removes a photo and its captions, if it is there. */
  void remove(String id) throws IOException;

  /** Every photo has the mark of the content policy now; for the next {@link #commit} to record. */
  void allMarked();

  /**
   * Called after every batch: makes what was put safe if it is time to.
   *
   * @return whether it did
   */
  boolean commitNowAndThen() throws IOException;

  /** Makes what was put and removed safe and searchable; returns the number of photos there. */
  int commit() throws IOException;
}
