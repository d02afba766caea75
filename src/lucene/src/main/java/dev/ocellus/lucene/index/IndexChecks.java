package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import java.nio.file.Files;
import java.util.Objects;

/** Refuses what would mix two analyzers, or empty an index by a slip. */
final class IndexChecks {

  private IndexChecks() {}

  /**
   * @param index its name in messages
   * @throws IndexException if what is recorded and what the run would record do not go together
   */
  static void check(Object index, IndexMetadata recorded, IndexMetadata now) {
    if (!recorded.analyzer().equals(now.analyzer())) {
      throw new IndexException(
          "%s was built with caption analyzer %s, not with %s; use that language, or another index"
              .formatted(index, recorded.analyzer(), now.analyzer()));
    }
    if (!Objects.equals(recorded.photoFolder(), now.photoFolder())
        && Files.isDirectory(recorded.photoFolder())) {
      throw new IndexException(
          "%s holds the photos of %s, which is still there; use another index for %s"
              .formatted(index, recorded.photoFolder(), now.photoFolder()));
    }
  }
}
