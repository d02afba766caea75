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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.store.Directory;

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
    try (ExistingPhotos existing = ExistingPhotos.in(directory)) {
      Set<String> vanished = new HashSet<>(existing.ids());
      vanished.removeAll(photos.keySet());
      Moves moves = new Moves(vanished, new HashSet<>());
      boolean complete = add(photos, existing, moves);
      if (complete) {
        for (String id : vanished) {
          writer.remove(id);
        }
        tally.removed = vanished.size() - moves.from().size();
      }
      return complete;
    }
  }

  /**
   * Photos that the folder lacks now, and those of them that were found under another path.
   *
   * @param vanished ids in the index without a file
   * @param from those whose content has turned up under a new path
   */
  private record Moves(Set<String> vanished, Set<String> from) {}

  private boolean add(SortedMap<String, Path> photos, ExistingPhotos existing, Moves moves)
      throws IOException {
    PhotoPreparer preparer =
        new PhotoPreparer(encoder.preprocessor(), sha256 -> existing.withContent(sha256) != null);
    Deque<Future<Prepared>> queue = new ArrayDeque<>();
    Iterator<Map.Entry<String, Path>> files = photos.entrySet().iterator();
    while (files.hasNext() || !queue.isEmpty()) {
      if (progress.cancelled()) {
        batch.flush();
        return false;
      }
      if (files.hasNext()) {
        Map.Entry<String, Path> file = files.next();
        queue.add(workers.submit(() -> preparer.prepare(file.getKey(), file.getValue())));
      }
      if (queue.size() > ahead || !files.hasNext()) {
        take(get(queue.remove()), existing, moves);
      }
    }
    batch.flush();
    return true;
  }

  private void take(Prepared photo, ExistingPhotos existing, Moves moves) throws IOException {
    progress.advanced(++done);
    String sha256 = photo.sha256();
    if (sha256 == null || photo.problem() != null) {
      tally.unreadable++;
      progress.problem(photo.id() + ": " + photo.problem());
      return;
    }
    Entry same = existing.withContent(sha256);
    Entry before = existing.withId(photo.id());
    boolean moved = before == null && same != null && moves.vanished().contains(same.id());
    if (moved) {
      before = same;
    }
    List<String> captionsBefore = before == null ? List.of() : before.captions();
    List<String> texts = captions.of(photo.id(), captionsBefore);
    if (before == null) {
      tally.added++;
    } else if (moved) {
      count(moves, before);
    } else if (before.sha256().equals(sha256) && captionsBefore.equals(texts)) {
      tally.unchanged++;
      return;
    } else {
      tally.changed++;
    }
    if (before != null) {
      batch.knowCaptions(existing.read(before));
    }
    IndexedPhoto.Picture picture = same == null ? photo.decoded() : existing.read(same).picture();
    if (picture == null) {
      throw new AssertionError("a readable photo is either known or decoded: " + photo.id());
    }
    batch.add(photo.id(), sha256, picture, photo.pixels(), texts);
  }

  /** Of two new paths with one vanished photo's content, the first is a move, the second a copy. */
  private void count(Moves moves, Entry from) {
    if (moves.from().add(from.id())) {
      tally.renamed++;
    } else {
      tally.added++;
    }
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
