package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The change of an index from one encoder to another. All photos are encoded into a folder beside
 * ({@link ReencodingFolder}), by the same run that updates an index, so that it may be stopped and
 * gone on with; then they take the old ones' place in one commit. Whenever it is killed, the index
 * has either the old photos or the new ones, all of them.
 */
final class Reencoding {

  private final Path index;
  private final ReencodingFolder beside;
  private final IndexProgress progress;

  Reencoding(Path index, IndexProgress progress) {
    this.index = index;
    this.beside = new ReencodingFolder(index);
    this.progress = progress;
  }

  /**
   * Decides what becomes of an unfinished change now that the index is updated with the encoder
   * that it has.
   *
   * @param recorded what the index recorded, null for a new one
   * @param askedFor whether the user named that encoder, which drops the change to another
   */
  void settle(@Nullable IndexMetadata recorded, boolean askedFor) throws IOException {
    IndexMetadata unfinished = beside.metadata();
    // One that the index has already was finished, but its run was killed before it cleaned up.
    if (recorded == null || unfinished == null || unfinished.hasEncoderOf(recorded)) {
      beside.delete();
    } else if (askedFor) {
      beside.delete();
      progress.notice(
          "dropped the unfinished re-encoding of %s to %s; it stays with %s"
              .formatted(index, unfinished.modelId(), recorded.modelId()));
    } else {
      progress.notice(
          "%s stays with %s for now; to finish its re-encoding to %s, add --model %s; to drop it, --model %s"
              .formatted(
                  index,
                  recorded.modelId(),
                  unfinished.modelId(),
                  unfinished.modelSource(),
                  recorded.modelSource()));
    }
  }

  /** Says what is changed to what, and drops an unfinished change to yet another encoder. */
  void begin(IndexMetadata from, IndexMetadata to) throws IOException {
    IndexMetadata unfinished = beside.metadata();
    boolean resumed = unfinished != null && unfinished.hasEncoderOf(to);
    if (!resumed) {
      beside.delete();
    }
    if (unfinished != null && !resumed) {
      progress.notice(
          "dropped the unfinished re-encoding of %s to %s".formatted(index, unfinished.modelId()));
    }
    progress.notice(
        "%s %s from %s to %s; searches use %s until all photos are done"
            .formatted(
                resumed ? "going on with re-encoding" : "re-encoding",
                index,
                from.modelId(),
                to.modelId(),
                from.modelId()));
  }

  /**
   * Encodes what is still to be encoded and, unless cancelled, makes the change.
   *
   * @param existing what the index holds
   * @param writer of the index, with the new encoder
   * @throws IndexException if a photo would be lost because it can no longer be read
   */
  void run(IndexingRun run, ExistingPhotos existing, PhotoIndexWriter writer, IndexTally tally)
      throws IOException {
    try (Directory directory = beside.open()) {
      boolean complete;
      try (PhotoIndexWriter besideWriter = writer.beside(directory, beside.path());
          ExistingPhotos encoded = ExistingPhotos.in(directory)) {
        complete = run.run(besideWriter, existing, encoded);
      }
      if (!complete) {
        tally.photos = existing.ids().size();
        return;
      }
      checkNoneIsLost(run.withFile(existing), directory);
      tally.photos = writer.replaceWith(directory);
    }
    beside.delete();
  }

  private void checkNoneIsLost(SortedSet<String> lost, Directory directory) throws IOException {
    try (ExistingPhotos encoded = ExistingPhotos.in(directory)) {
      lost.removeAll(encoded.ids());
    }
    if (!lost.isEmpty()) {
      List<String> first = lost.stream().limit(3).toList();
      throw new IndexException(
          "%s keeps its encoder: %d of its photos can no longer be read (%s%s); restore or delete them, then run the command again to finish"
              .formatted(
                  index,
                  lost.size(),
                  String.join(", ", first),
                  lost.size() > first.size() ? ", ..." : ""));
    }
  }
}
