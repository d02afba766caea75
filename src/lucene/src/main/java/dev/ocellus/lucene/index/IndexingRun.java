package dev.ocellus.lucene.index;

import dev.ocellus.encode.Encoder;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One pass over a folder's photos. Each worker reads, decodes and encodes a batch by itself: two
 * graphs on one thread each are faster than one graph on two. This thread writes, in the order of
 * the ids; one batch more than there are workers is on its way, so memory is bounded.
 */
final class IndexingRun implements Closeable {

  private final IndexOptions options;
  private final Encoder encoder;
  private final CaptionAnalyzer analyzer;
  private final FolderListing listing;
  private final PhotoCaptions captions;
  private final IndexProgress progress;
  private final IndexTally tally;
  private final PhotoMarker marker;
  private final FileStamps stamps;
  private final ExecutorService workers;

  /** Photos that vanished but were found under another path. */
  private final Set<String> movedFrom = new HashSet<>();

  /**
   * @param encoder computing with one thread, used by several
   * @param listing the photos, and where others may be
   * @param stamps what they held when they were last read
   */
  IndexingRun(
      IndexOptions options,
      Encoder encoder,
      CaptionAnalyzer analyzer,
      FolderListing listing,
      PhotoCaptions captions,
      IndexProgress progress,
      IndexTally tally,
      PhotoMarker marker,
      FileStamps stamps) {
    this.options = options;
    this.encoder = encoder;
    this.analyzer = analyzer;
    this.listing = listing;
    this.captions = captions;
    this.progress = progress;
    this.tally = tally;
    this.marker = marker;
    this.stamps = stamps;
    this.workers =
        Executors.newFixedThreadPool(
            options.threads(), Thread.ofPlatform().name("ocellus-index-", 0).daemon().factory());
  }

  /**
   * Indexes the photos, removes those that the folder lacks, and commits.
   *
   * @param indexed what the index held before
   * @param encoded what the sink's index holds: the same, unless the encoder changes
   * @return false if it was cancelled on the way; vanished photos then stay
   */
  boolean run(PhotoSink sink, ExistingPhotos indexed, ExistingPhotos encoded) throws IOException {
    progress.started(listing.photos().size());
    Set<String> vanished = withoutFile(indexed);
    boolean complete =
        add(
            sink,
            new PhotoEncoder(
                encoder, analyzer, indexed, encoded, captions, vanished, marker, stamps));
    if (complete) {
      for (String id : withoutFile(encoded)) {
        sink.remove(id);
      }
      tally.removed = vanished.size() - movedFrom.size();
      sink.allMarked();
    }
    tally.cancelled = !complete;
    tally.photos = sink.commit();
    return complete;
  }

  /** Ids of the photos that an index holds and whose files are still there, as far as is known. */
  SortedSet<String> withFile(ExistingPhotos existing) {
    SortedSet<String> ids = new TreeSet<>(existing.ids());
    ids.removeIf(id -> !listing.mayHold(id));
    return ids;
  }

  private Set<String> withoutFile(ExistingPhotos existing) {
    Set<String> ids = new HashSet<>(existing.ids());
    ids.removeIf(listing::mayHold);
    return ids;
  }

  private List<List<Map.Entry<String, Path>>> batches() {
    List<Map.Entry<String, Path>> files = new ArrayList<>(listing.photos().entrySet());
    List<List<Map.Entry<String, Path>>> batches = new ArrayList<>();
    for (int from = 0; from < files.size(); from += options.batchSize()) {
      batches.add(files.subList(from, Math.min(files.size(), from + options.batchSize())));
    }
    return batches;
  }

  private boolean add(PhotoSink sink, PhotoEncoder photoEncoder) throws IOException {
    List<List<Map.Entry<String, Path>>> batches = batches();
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
        write(sink, outcome);
      }
      done += outcomes.size();
      progress.advanced(done);
      sink.commitNowAndThen();
    }
    return true;
  }

  private void write(PhotoSink sink, PhotoOutcome outcome) throws IOException {
    IndexedPhoto photo = outcome.photo();
    if (photo != null) {
      sink.put(photo, marker.mark(photo.captions()));
      tally.written++;
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
