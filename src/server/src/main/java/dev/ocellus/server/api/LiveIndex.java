package dev.ocellus.server.api;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.server.http.Problem;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * The index that is served. Commits are seen as they come; an index that was deleted and made anew
 * is opened anew. While there is none that can be read, whoever asks is told so. Safe for use by
 * several threads.
 */
public final class LiveIndex implements AutoCloseable {

  /** Opens the index. */
  @FunctionalInterface
  public interface Opener {

    /**
     * @throws IndexException if there is no index
     */
    PhotoIndex open() throws IOException;
  }

  private static final Logger LOG = System.getLogger("dev.ocellus.server");

  /** Opening loads an encoder; a broken index is not tried by every request. */
  private static final long NANOS_BETWEEN_TRIES = 1_000_000_000L;

  /** How long another index in the place of this one may go unnoticed. */
  private static final long NANOS_BETWEEN_LOOKS = 500_000_000L;

  private final Opener opener;
  private volatile PhotoIndex index;
  private long lastTry;
  private volatile long lastLook;
  private @Nullable CommitFile commit;
  private boolean closed;

  /**
   * Opens the index.
   *
   * @throws IndexException if there is none: who starts a server is to know at once
   */
  public LiveIndex(Opener opener) throws IOException {
    this.opener = opener;
    this.index = opener.open();
    this.lastTry = System.nanoTime() - NANOS_BETWEEN_TRIES;
    this.lastLook = System.nanoTime();
    this.commit = CommitFile.of(index);
  }

  /**
   * Asks something of the index; if that cannot be read, of the one that is there now.
   *
   * @throws Problem with 503 if there is none
   */
  public <R> R ask(IOFunction<PhotoIndex, R> question) {
    PhotoIndex asked = index;
    try {
      if (isReplaced(asked)) {
        throw new IOException("another index has taken its place");
      }
      return question.apply(asked);
    } catch (IOException | IllegalStateException broken) {
      PhotoIndex other = reopened(asked, broken);
      try {
        return question.apply(other);
      } catch (IOException | IllegalStateException stillBroken) {
        throw unreadable(stillBroken);
      }
    }
  }

  private boolean isReplaced(PhotoIndex asked) throws IOException {
    long now = System.nanoTime();
    if (now - lastLook < NANOS_BETWEEN_LOOKS) {
      return false;
    }
    synchronized (this) {
      lastLook = now;
      if (index != asked) {
        return false;
      }
      CommitFile found = CommitFile.of(asked);
      CommitFile before = commit;
      if (before != null && found != null && before.isReplacedBy(found)) {
        return true;
      }
      commit = found == null ? before : found;
      return false;
    }
  }

  private synchronized PhotoIndex reopened(PhotoIndex broken, Exception failure) {
    if (index != broken) {
      return index;
    }
    if (closed || System.nanoTime() - lastTry < NANOS_BETWEEN_TRIES) {
      throw unreadable(failure);
    }
    lastTry = System.nanoTime();
    PhotoIndex opened;
    try {
      opened = opener.open();
      commit = CommitFile.of(opened);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      LOG.log(Level.WARNING, "the index cannot be opened: {0}", e.getMessage());
      throw unreadable(e);
    }
    index = opened;
    close(broken);
    LOG.log(Level.INFO, "the index was replaced and has been opened anew");
    return opened;
  }

  private static Problem unreadable(Exception failure) {
    String reason =
        failure instanceof IndexException
            ? "there is no index that could be searched; it may be made just now"
            : "the index cannot be read; it may be damaged, or be replaced just now";
    return Problem.tryAgain("no-index", reason, 5);
  }

  private static void close(PhotoIndex index) {
    try {
      index.close();
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.WARNING, "closing the replaced index failed", e);
    }
  }

  /** Closes points in time that have expired. */
  public void prune() {
    try {
      index.prune();
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.WARNING, "closing points in time failed", e);
    }
  }

  /** How many points in time are kept. */
  public int pointsInTime() {
    return index.pointsInTime();
  }

  @Override
  public void close() {
    PhotoIndex last;
    synchronized (this) {
      closed = true;
      last = index;
    }
    close(last);
  }
}
