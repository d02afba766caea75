package dev.ocellus.lucene.index;

import dev.ocellus.encode.Encoder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
import org.apache.lucene.store.Directory;

/**
 * One pass over a folder's photos. Each worker reads, decodes and encodes a batch by itself: two
 * graphs on one thread each are faster than one graph on two. This thread writes, in the order of
 * the ids; one batch more than there are workers is on its way, so memory is bounded.
 */
final class IndexingRun implements Closeable {

  private final IndexOptions options;
  private final Encoder encoder;
  private final PhotoIndexWriter writer;
  private final PhotoCaptions captions;
  private final IndexProgress progress;
  private final IndexTally tally;
  private final ExecutorService workers;

  /** Photos that vanished but were found under another path. */
  private final Set<String> movedFrom = new HashSet<>();

  /**
   * @param encoder computing with one thread, used by several
   */
  IndexingRun(
      IndexOptions options,
      Encoder encoder,
      PhotoIndexWriter writer,
      PhotoCaptions captions,
      IndexProgress progress,
      IndexTally tally) {
    this.options = options;
    this.encoder = encoder;
    this.writer = writer;
    this.captions = captions;
    this.progress = progress;
    this.tally = tally;
    this.workers =
        Executors.newFixedThreadPool(
            options.threads(), Thread.ofPlatform().name("ocellus-index-", 0).daemon().factory());
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
      boolean complete =
          add(batches(photos), new PhotoEncoder(encoder, existing, captions, vanished));
      if (complete) {
        for (String id : vanished) {
          writer.remove(id);
        }
        tally.removed = vanished.size() - movedFrom.size();
      }
      return complete;
    }
  }

  private List<List<Map.Entry<String, Path>>> batches(SortedMap<String, Path> photos) {
    List<Map.Entry<String, Path>> files = new ArrayList<>(photos.entrySet());
    List<List<Map.Entry<String, Path>>> batches = new ArrayList<>();
    for (int from = 0; from < files.size(); from += options.batchSize()) {
      batches.add(files.subList(from, Math.min(files.size(), from + options.batchSize())));
    }
    return batches;
  }

  private boolean add(List<List<Map.Entry<String, Path>>> batches, PhotoEncoder photoEncoder)
      throws IOException {
    Deque<Future<List<PhotoOutcome>>> queue = new ArrayDeque<>();
    int next = 0;
    long done = 0;
    while (next < batches.size() || !queue.isEmpty()) {
      if (progress.cancelled()) {
        return false;
      }
      while (next < batches.size() && queue.size() <= options.threads()) {
        List<Map.Entry<String, Path>> batch = batches.get(next++);
        queue.add(workers.submit(() -> photoEncoder.encode(batch)));
      }
      List<PhotoOutcome> outcomes = get(queue.remove());
      for (PhotoOutcome outcome : outcomes) {
        write(outcome);
      }
      done += outcomes.size();
      progress.advanced(done);
      writer.commitNowAndThen();
    }
    return true;
  }

  private void write(PhotoOutcome outcome) throws IOException {
    if (outcome.photo() != null) {
      writer.put(outcome.photo());
    }
    if (outcome.problem() != null) {
      progress.problem(outcome.problem());
    }
    // Of two new paths with one vanished photo's content, the first is a move, the second a copy.
    boolean copy = outcome.kind() == PhotoOutcome.Kind.MOVED && !movedFrom.add(outcome.before());
    tally.count(copy ? PhotoOutcome.Kind.ADDED : outcome.kind());
  }

  private static List<PhotoOutcome> get(Future<List<PhotoOutcome>> outcomes) throws IOException {
    try {
      return outcomes.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("indexing was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        // An unusable model, say: what it has to say is for the user.
        throw unchecked;
      }
      throw new IOException("indexing failed: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
