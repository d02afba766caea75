package dev.ocellus.lucene.page;

import java.nio.ByteBuffer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StandardDirectoryReader;

/** What tells one commit of an index from all others, of this index and of any other. */
final class CommitId {

  /** Of a reader that no directory was opened for. */
  static final long NONE = 0;

  private CommitId() {}

  /** Lucene gives every commit 16 random bytes; the version tells uncommitted changes apart. */
  static long of(IndexReader reader) {
    if (reader instanceof StandardDirectoryReader directory) {
      ByteBuffer id = ByteBuffer.wrap(directory.getSegmentInfos().getId());
      return id.getLong() ^ (31 * id.getLong()) ^ directory.getVersion();
    }
    return NONE;
  }
}
