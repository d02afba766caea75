package dev.ocellus.lucene.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.TooManyPointsException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Leases by a clock that the test turns. */
class PointsInTimeTest {

  private static final class Commit implements Closeable {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }

  private final AtomicLong clock = new AtomicLong();
  private final PointsInTime<Commit> points =
      new PointsInTime<>(Duration.ofSeconds(60), 2, clock::get);

  private void pass(int seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private void assertExpired(long id) {
    QueryException error =
        assertThrows(QueryException.class, () -> points.use(id, commit -> commit));
    assertEquals(
        "the point in time has expired; search again from the first page", error.getMessage());
  }

  @Test
  void itLivesAsLongAsItIsUsed() throws IOException {
    Commit commit = new Commit();
    long id = points.open(commit);
    assertNotEquals(PointsInTime.NONE, id);
    for (int i = 0; i < 5; i++) {
      pass(60);
      assertEquals(commit, points.use(id, c -> c));
    }
    pass(61);
    assertExpired(id);
    assertTrue(commit.closed);
    assertEquals(0, points.size());
  }

  @Test
  void itIsNotClosedWhileInUse() throws IOException {
    Commit commit = new Commit();
    long id = points.open(commit);
    points.use(
        id,
        c -> {
          pass(100);
          points.prune();
          assertFalse(c.closed, "in use beyond its time");
          points.close(id);
          assertFalse(c.closed, "in use though ended");
          return null;
        });
    assertTrue(commit.closed);
    assertExpired(id);
  }

  @Test
  void onlySoManyAreKept() throws IOException {
    long first = points.open(new Commit());
    points.open(new Commit());
    pass(20);
    points.use(first, commit -> null);
    pass(10);
    Commit third = new Commit();
    TooManyPointsException error =
        assertThrows(TooManyPointsException.class, () -> points.open(third));
    assertEquals(
        "2 points in time are open, the most there may be; try again when one has been closed or"
            + " has expired, unused for 60 s",
        error.getMessage());
    assertTrue(third.closed, "the refused one is given back");
    assertEquals(30, error.retryAfter().toSeconds(), "when the one unused for 30 s expires");
    points.close(first);
    points.open(new Commit());
    pass(61);
    points.open(new Commit());
    assertEquals(1, points.size());
  }

  @Test
  void closingEndsAll() throws IOException {
    Commit commit = new Commit();
    long id = points.open(commit);
    points.close();
    assertTrue(commit.closed);
    assertExpired(id);
    assertThrows(IndexException.class, () -> points.open(new Commit()));
  }

  @Test
  void anUnknownOneHasExpired() {
    assertExpired(42);
  }
}
