package dev.ocellus.lucene.page;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.TooManyPointsException;
import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IOUtils;

/**
 * Commits that are kept for listings: whoever reads page after page at one point in time sees the
 * photos of its commit, whatever is written meanwhile. A point in time expires when it was not used
 * for its time to live; an expired one is closed at the next use of any, or by {@link #prune}. Safe
 * for use by several threads.
 *
 * <p>Lucene's SearcherLifetimeManager keeps searchers until they are old, used or not, and any
 * number of them; these are kept as long as they are used, but not too many.
 *
 * @param <T> what is kept of a commit, as a PhotoSearcher that a PhotoIndex lent
 */
public final class PointsInTime<T extends Closeable> implements Closeable {

  /** The id where there is no point in time. */
  public static final long NONE = 0;

  private static final SecureRandom IDS = new SecureRandom();

  private final Duration timeToLive;
  private final int most;
  private final LongSupplier nanoTime;
  private final Map<Long, Lease<T>> open = new HashMap<>();
  private boolean closed;

  /** One kept commit; guarded by the lock of the points in time. */
  private static final class Lease<T extends Closeable> {
    private final T commit;
    private long lastUse;
    private int users;
    private boolean ended;

    Lease(T commit, long now) {
      this.commit = commit;
      this.lastUse = now;
    }
  }

  /**
   * @param timeToLive how long an unused point in time is kept, above 0
   * @param most how many are kept at most, at least 1: each may keep deleted files on the disk
   */
  public PointsInTime(Duration timeToLive, int most) {
    this(timeToLive, most, System::nanoTime);
  }

  PointsInTime(Duration timeToLive, int most, LongSupplier nanoTime) {
    if (!timeToLive.isPositive()) {
      throw new IllegalArgumentException("time to live must be above 0, got " + timeToLive);
    }
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, got " + most);
    }
    this.timeToLive = timeToLive;
    this.most = most;
    this.nanoTime = nanoTime;
  }

  /**
   * Keeps a commit.
   *
   * @param commit closed when its point in time ends, or at once if there are too many
   * @return the id by which to use it, never {@link #NONE}
   * @throws TooManyPointsException if there are too many already
   * @throws IndexException if this is closed
   */
  public long open(T commit) throws IOException {
    List<T> expired = new ArrayList<>();
    try {
      synchronized (this) {
        expire(expired);
        if (closed || open.size() >= most) {
          expired.add(commit);
          throw closed ? ended() : tooMany();
        }
        long id = IDS.nextLong();
        while (id == NONE || open.containsKey(id)) {
          id = IDS.nextLong();
        }
        open.put(id, new Lease<>(commit, nanoTime.getAsLong()));
        return id;
      }
    } finally {
      IOUtils.close(expired);
    }
  }

  private static IndexException ended() {
    return new IndexException("the index has been closed; open it again to search it");
  }

  private TooManyPointsException tooMany() {
    long now = nanoTime.getAsLong();
    Duration unused =
        open.values().stream()
            .filter(lease -> lease.users == 0)
            .map(lease -> Duration.ofNanos(now - lease.lastUse))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return new TooManyPointsException(
        "%d points in time are open, the most there may be; try again when one has been closed or"
                .formatted(most)
            + " has expired, unused for %d s".formatted(timeToLive.toSeconds()),
        timeToLive.minus(unused).plusNanos(1));
  }

  /**
   * Uses a point in time, which then lives on for its whole time again.
   *
   * @param task what to do with the commit; it stays open until this has ended
   * @throws QueryException if the point in time has expired or was closed
   */
  public <R> R use(long id, IOFunction<T, R> task) throws IOException {
    Lease<T> lease = lend(id);
    try {
      return task.apply(lease.commit);
    } finally {
      release(lease);
    }
  }

  private Lease<T> lend(long id) throws IOException {
    List<T> expired = new ArrayList<>();
    try {
      synchronized (this) {
        expire(expired);
        Lease<T> lease = open.get(id);
        if (lease == null) {
          throw new QueryException(
              "the point in time has expired; search again from the first page");
        }
        lease.users++;
        return lease;
      }
    } finally {
      IOUtils.close(expired);
    }
  }

  private void release(Lease<T> lease) throws IOException {
    boolean last;
    synchronized (this) {
      lease.users--;
      lease.lastUse = nanoTime.getAsLong();
      last = lease.ended && lease.users == 0;
    }
    if (last) {
      lease.commit.close();
    }
  }

  /** Ends a point in time, if it has not ended yet; who uses it now, may go on. */
  public void close(long id) throws IOException {
    List<T> ended = new ArrayList<>();
    synchronized (this) {
      Lease<T> lease = open.remove(id);
      if (lease != null) {
        end(lease, ended);
      }
    }
    IOUtils.close(ended);
  }

  /** Closes those that have expired; for a timer, where a long time may pass without a search. */
  public void prune() throws IOException {
    List<T> expired = new ArrayList<>();
    synchronized (this) {
      expire(expired);
    }
    IOUtils.close(expired);
  }

  /** How many are open. */
  public synchronized int size() {
    return open.size();
  }

  private void expire(List<T> expired) {
    long now = nanoTime.getAsLong();
    for (Iterator<Lease<T>> leases = open.values().iterator(); leases.hasNext(); ) {
      Lease<T> lease = leases.next();
      if (lease.users == 0 && now - lease.lastUse > timeToLive.toNanos()) {
        leases.remove();
        end(lease, expired);
      }
    }
  }

  private static <T extends Closeable> void end(Lease<T> lease, List<T> ended) {
    lease.ended = true;
    if (lease.users == 0) {
      ended.add(lease.commit);
    }
  }

  /** Ends all; no further one can be opened. */
  @Override
  public void close() throws IOException {
    List<T> ended = new ArrayList<>();
    synchronized (this) {
      closed = true;
      open.values().forEach(lease -> end(lease, ended));
      open.clear();
    }
    IOUtils.close(ended);
  }
}
