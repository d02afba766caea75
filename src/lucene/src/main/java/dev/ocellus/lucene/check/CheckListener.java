package dev.ocellus.lucene.check;

/** Hears how a check goes on. Called from the thread that runs it. */
public interface CheckListener {

  /** Nobody listens. */
  CheckListener NONE = new CheckListener() {};

  /** The photos are looked at from now on: so many. */
  default void started(long photos) {}

  /** So many photos are done, all told. */
  default void advanced(long done) {}

  /** Something is wrong: one line that says what, and what would help. */
  default void problem(CheckPart part, String line) {}

  /** Asked between photos: whether to stop here. */
  default boolean cancelled() {
    return false;
  }
}
