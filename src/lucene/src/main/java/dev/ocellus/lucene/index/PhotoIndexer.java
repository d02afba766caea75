package dev.ocellus.lucene.index;

import java.io.IOException;

/** Makes and updates the index of a folder of photos. */
public final class PhotoIndexer {

  private final IndexOptions options;

  public PhotoIndexer(IndexOptions options) {
    this.options = options;
  }

  /**
   * Adds new photos, replaces changed ones, removes vanished ones, and commits. It may be killed at
   * any moment: what was committed stays, and the next run goes on.
   *
   * @throws dev.ocellus.lucene.IndexException if another encoder or language built the index, if
   *     another writer is at work, or if the folder holds no photos
   * @throws IOException if the disk fails; the last commit stays searchable
   */
  public IndexReport run(IndexProgress progress) throws IOException {
    throw new IOException("cannot index " + options);
  }
}
