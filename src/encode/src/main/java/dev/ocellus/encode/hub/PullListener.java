package dev.ocellus.encode.hub;

/**
 * Hears how a download goes on, and may stop it. Called by one thread at a time, not always the
 * same.
 */
public interface PullListener {

  /** Hears nothing and never stops. */
  PullListener NONE = new PullListener() {};

  /** The whole download has so many bytes, those included that are here already. */
  default void started(long bytes) {}

  /** So many bytes are here, all told; fewer than before where a file had to begin anew. */
  default void advanced(long bytes) {}

  /** Something worth a line happened: a retry, a wait for another process. */
  default void note(String line) {}

  /** Asked several times a second; what was downloaded is kept for the next run. */
  default boolean cancelled() {
    return false;
  }
}
