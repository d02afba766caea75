package dev.ocellus.lucene.index;

import dev.ocellus.encode.Encoder;
import dev.ocellus.lucene.index.ExistingPhotos.Entry;
import dev.ocellus.lucene.index.PhotoPreparer.Prepared;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a folder's photos. Workers read and decode ahead, at most two batches, while this
 * thread encodes and writes; so memory is bounded, and photos are written in the order of their
 * ids.
 */
final class IndexingRun implements Closeable {

  private final Encoder encoder;
  private final PhotoIndexWriter writer;
  private final PhotoCaptions captions;
  private final IndexProgress progress;
  private final Tally tally;
  private final ExecutorService workers;
  private final int ahead;
  private final PhotoBatch batch;
  private long done;

  /** Counts of what became of the photos. */
  static final class Tally {
    long added;
    long changed;
    long renamed;
    long removed;
    long unchanged;
    long unreadable;

    IndexReport report(long photos, long captionProblems, boolean cancelled, Duration took) {
      return new IndexReport(
          photos,
          added,
          changed,
          renamed,
          removed,
          unchanged,
          unreadable,
          captionProblems,
          cancelled,
          took);
    }
  }

  IndexingRun(
      IndexOptions options,
      Encoder encoder,
      PhotoIndexWriter writer,
      PhotoCaptions captions,
      IndexProgress progress,
      Tally tally) {
    this.encoder = encoder;
    this.writer = writer;
    this.captions = captions;
    this.progress = progress;
    this.tally = tally;
    this.workers =
        Executors.newFixedThreadPool(
            options.threads(), Thread.ofPlatform().name("ocellus-decode-", 0).daemon().factory());
    this.ahead = 2 * options.batchSize();
    this.batch = new PhotoBatch(encoder, writer, options.batchSize());
  }

  /**
   * Indexes the photos, then removes those that the index has and the folder lacks.
   *
   * @return false if it was cancelled on the way; vanished photos are then still in the index
   */
  boolean run(SortedMap<String, Path> photos, Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return add(photos, null, new HashSet<>());
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      ExistingPhotos existing = new ExistingPhotos(reader);
      Set<String> vanished = new HashSet<>(existing.ids());
      vanished.removeAll(photos.keySet());
      Set<String> movedFrom = new HashSet<>();
      boolean complete = add(photos, new Known(existing, vanished), movedFrom);
      if (complete) {
        for (String id : vanished) {
          writer.remove(id);
        }
        tally.removed = vanished.size() - movedFrom.size();
      }
      return complete;
    }
  }

  /** What was there before the run, and which of it the folder lacks now. */
  private record Known(ExistingPhotos photos, Set<String> vanished) {}

  private boolean add(
      SortedMap<String, Path> photos, @Nullable Known known, Set<String> movedFrom)
      throws IOException {
    PhotoPreparer preparer =
        new PhotoPreparer(
            encoder.preprocessor(),
            sha256 -> known != null && known.photos().withContent(sha256) != null);
    Deque<Future<Prepared>> queue = new ArrayDeque<>();
    for (Map.Entry<String, Path> photo : photos.entrySet()) {
      if (progress.cancelled()) {
        batch.flush();
        return false;
      }
      queue.add(workers.submit(() -> preparer.prepare(photo.getKey(), photo.getValue())));
      if (queue.size() > ahead) {
        take(get(queue.remove()), known, movedFrom);
      }
    }
    while (!queue.isEmpty()) {
      if (progress.cancelled()) {
        batch.flush();
        return false;
      }
      take(get(queue.remove()), known, movedFrom);
    }
    batch.flush();
    return true;
  }

  private void take(Prepared photo, @Nullable Known known, Set<String> movedFrom)
      throws IOException {
    progress.advanced(++done);
    String sha256 = photo.sha256();
    if (sha256 == null || photo.problem() != null) {
      tally.unreadable++;
      progress.problem(photo.id() + ": " + photo.problem());
      return;
    }
    Entry before = known == null ? null : known.photos().withId(photo.id());
    Entry same = known == null ? null : known.photos().withContent(sha256);
    boolean sameContent = before != null && before.sha256().equals(sha256);
    boolean moved = before == null && same != null && known.vanished().contains(same.id());
    Entry captionsBefore = before != null ? before : moved ? same : null;
    List<String> texts =
        captions.of(photo.id(), captionsBefore == null ? List.of() : captionsBefore.captions());
    if (sameContent && before.captions().equals(texts)) {
      tally.unchanged++;
      return;
    }
    if (before != null) {
      tally.changed++;
    } else if (moved && movedFrom.add(same.id())) {
      tally.renamed++;
    } else {
      tally.added++;
    }
    if (captionsBefore != null) {
      batch.knowCaptions(known.photos().read(captionsBefore));
    }
    IndexedPhoto.Picture picture =
        same == null ? photo.decoded() : known.photos().read(same).picture();
    if (picture == null) {
      throw new AssertionError("a readable photo is either known or decoded: " + photo.id());
    }
    batch.add(photo.id(), sha256, picture, photo.pixels(), texts);
  }

  private static Prepared get(Future<Prepared> prepared) throws IOException {
    try {
      return prepared.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("indexing was interrupted");
    } catch (ExecutionException e) {
      throw new IOException("a decoding thread failed: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
