package dev.ocellus.encode;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The right to change one model of the store, held by one thread of one process at a time. The
 * system gives it back when a process dies.
 */
public final class StoreLock implements AutoCloseable {

  private static final long POLL_NANOS = 100_000_000;

  /**
   * File locks are held by processes: a second channel of this one on the same file would neither
   * wait nor, once closed, leave the lock in place.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private StoreLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Waits for the right.
   *
   * @param onWait run once if somebody else has it
   * @param cancelled asked while waiting
   * @return empty if the wait was cancelled
   */
  static Optional<StoreLock> acquire(Path file, Runnable onWait, BooleanSupplier cancelled)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean waited = false;
    while (!cancelled.getAsBoolean()) {
      Optional<StoreLock> lock = tryAcquire(file);
      if (lock.isPresent()) {
        return lock;
      }
      if (!waited) {
        onWait.run();
        waited = true;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return Optional.empty();
  }

  private static Optional<StoreLock> tryAcquire(Path file) throws IOException {
    Path key = file.toAbsolutePath().normalize();
    if (!HELD_HERE.add(key)) {
      return Optional.empty();
    }
    boolean acquired = false;
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        acquired = lock != null;
        return acquired ? Optional.of(new StoreLock(key, channel)) : Optional.empty();
      } finally {
        if (!acquired) {
          channel.close();
        }
      }
    } finally {
      if (!acquired) {
        HELD_HERE.remove(key);
      }
    }
  }

  /** Gives the right back. The file stays: deleting it would let two others each hold one. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
