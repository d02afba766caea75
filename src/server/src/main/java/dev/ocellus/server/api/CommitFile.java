package dev.ocellus.server.api;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The file of the commit that is searched. Lucene never writes a file twice: another file of the
 * same name is another index's, which Lucene would take for the one that it has open if both were
 * made in as many steps.
 *
 * @param name in the index's folder
 * @param key of the file in its file system; null where that has none
 */
record CommitFile(String name, @Nullable Object key, FileTime written) {

  /** The file that is there now, under the name of the commit that is searched; null if gone. */
  static @Nullable CommitFile of(PhotoIndex index) throws IOException {
    try (PhotoSearcher searcher = index.acquire()) {
      IndexCommit commit =
          ((DirectoryReader) searcher.searcher().getIndexReader()).getIndexCommit();
      String name = commit.getSegmentsFileName();
      if (!(FilterDirectory.unwrap(commit.getDirectory()) instanceof FSDirectory directory)) {
        return null;
      }
      Path file = directory.getDirectory().resolve(name);
      if (!Files.exists(file)) {
        return null;
      }
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new CommitFile(name, attributes.fileKey(), attributes.lastModifiedTime());
    }
  }

  /** Whether another index has taken the place of the one that this file was of. */
  boolean isReplacedBy(CommitFile now) {
    return name.equals(now.name) && !equals(now);
  }
}
