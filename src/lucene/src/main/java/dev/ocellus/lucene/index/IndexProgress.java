package dev.ocellus.lucene.index;

/** Hears how an indexing run goes on. Called from the thread that runs it. */
public interface IndexProgress {

  /** Nobody listens. */
  IndexProgress NONE = new IndexProgress() {};

  /** The run begins and will look at so many photo files. */
  default void started(long photos) {}

  /** So many photo files are done, all told. */
  default void advanced(long done) {}

  /** Something to know that is no problem, such as that the index changes its encoder: one line. */
  default void notice(String line) {}

  /** A photo or a caption row was passed over: one line, with path or line and the reason. */
  default void problem(String line) {}

  /** Asked between batches: whether to stop here; what was indexed so far is then committed. */
  default boolean cancelled() {
    return false;
  }
}
