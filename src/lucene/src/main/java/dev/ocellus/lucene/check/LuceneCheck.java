package dev.ocellus.lucene.check;

import dev.ocellus.lucene.IndexException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CheckIndex.Status.SegmentInfoStatus;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NoLockFactory;

/** Lucene's own check of its files. */
final class LuceneCheck {

  private LuceneCheck() {}

  /**
   * Keeps writers away: they would delete files while these are checked. An index that nobody can
   * write to needs no lock.
   *
   * @throws IndexException if a writer is at work
   */
  static Lock lock(Directory directory, Path folder) throws IOException {
    try {
      return directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
    } catch (LockObtainFailedException e) {
      throw new IndexException(
          folder + " is being written by another process; wait until it has ended", e);
    } catch (AccessDeniedException e) {
      return NoLockFactory.INSTANCE.obtainLock(directory, IndexWriter.WRITE_LOCK_NAME);
    }
  }

  /**
   * @param lock is released
   * @return whether the index can be read
   */
  static boolean run(Directory directory, Lock lock, boolean deep, Findings findings)
      throws IOException {
    try (CheckIndex check = new CheckIndex(directory, lock)) {
      check.setLevel(
          deep
              ? CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS
              : CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
      CheckIndex.Status status = check.checkIndex();
      if (status.missingSegments) {
        findings.problem(CheckPart.LUCENE, "the last commit cannot be read; index the photos anew");
        return false;
      }
      for (SegmentInfoStatus segment : status.segmentInfos) {
        if (segment.error != null) {
          findings.problem(CheckPart.LUCENE, line(segment));
        }
      }
      if (!status.validCounter) {
        findings.problem(
            CheckPart.LUCENE, "the counter of segments is behind segment " + status.maxSegmentName);
      }
      return status.numBadSegments == 0;
    }
  }

  private static String line(SegmentInfoStatus segment) {
    Throwable error = segment.error;
    String reason = error == null ? "" : String.valueOf(error.getMessage());
    return "segment %s of %,d documents is damaged: %s; index the photos anew"
        .formatted(segment.name, segment.maxDoc, reason.lines().findFirst().orElse(reason));
  }
}
