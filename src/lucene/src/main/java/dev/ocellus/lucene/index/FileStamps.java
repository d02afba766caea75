package dev.ocellus.lucene.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What photo files held when they were last read. A program that indexes a folder again and again
 * gives the same stamps to every run, which then reads only the files whose size, time or identity
 * changed. Safe for use by several threads.
 */
public final class FileStamps {

  /**
   * A file that was written so shortly before it was read may be written again within the same tick
   * of the file system's clock: it is read again, as Git does with its index.
   */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final Map<Path, Content> contents = new ConcurrentHashMap<>();

  private record Content(Look look, String sha256) {}

  /** How a file looked before it was read. */
  record Look(long size, FileTime modified, @Nullable Object identity) {}

  /** How a file looks now. */
  Look look(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return new Look(now.size(), now.lastModifiedTime(), now.fileKey());
  }

  /** The SHA-256 of a file that looks as it did when it was read, or null if it must be read. */
  @Nullable String sha256(Path file, Look now) {
    Content known = contents.get(file);
    return known != null && known.look.equals(now) ? known.sha256 : null;
  }

  /**
   * Remembers what a file held.
   *
   * @param before how it looked before it was read
   */
  void remember(Path file, Look before, String sha256) {
    long age = System.currentTimeMillis() - before.modified().toMillis();
    if (age >= SETTLED.toMillis()) {
      contents.put(file, new Content(before, sha256));
    } else {
      contents.remove(file);
    }
  }

  /** Has a file read again, however it looks: something was heard of it. */
  public void forget(Path file) {
    contents.remove(file);
  }

  /** Has every file read again. */
  public void forgetAll() {
    contents.clear();
  }
}
