package dev.ocellus.lucene.suggest;

import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.RecordedPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Something made of a commit's captions, kept until a later commit's is there. One is made at a
 * time, on a thread of its own, when asked for; safe for use by several threads.
 */
final class CommitCache<T> {

  /** Makes what is kept. */
  interface Maker<T> {
    T make(IndexReader reader, String language, Analyzer analyzer) throws IOException;
  }

  /**
   * What was made of a commit.
   *
   * @param value null if it could not be made
   * @param failure why, or null
   */
  private record Made<T>(
      Object commit,
      @Nullable RecordedPolicy policy,
      @Nullable T value,
      @Nullable Throwable failure) {}

  private final Maker<T> maker;
  private volatile @Nullable Made<T> last;
  private @Nullable CompletableFuture<Made<T>> running;

  CommitCache(Maker<T> maker) {
    this.maker = maker;
  }

  /**
   * Returns at once: that of the searcher's commit, or an earlier one's while this one's is being
   * made, or null. An earlier one's is lent under the same policy only: captions that another
   * policy blocks must not be seen.
   */
  @Nullable T ready(PhotoSearcher searcher) {
    Made<T> made = last;
    if (made == null || made.commit != commit(searcher)) {
      start(searcher);
    }
    return made != null && Objects.equals(made.policy, searcher.metadata().policy())
        ? made.value
        : null;
  }

  /** That of the searcher's commit, waited for if it is not there. */
  T get(PhotoSearcher searcher) throws IOException {
    Object commit = commit(searcher);
    while (true) {
      Made<T> made = last;
      if (made == null || made.commit != commit) {
        made = start(searcher).join();
      }
      if (made.commit == commit) {
        return valueOf(made);
      }
    }
  }

  private T valueOf(Made<T> made) throws IOException {
    if (made.failure instanceof IOException failure) {
      throw new IOException(failure.getMessage(), failure);
    }
    if (made.failure != null || made.value == null) {
      throw new CompletionException(made.failure);
    }
    return made.value;
  }

  private static Object commit(PhotoSearcher searcher) {
    return searcher.searcher().getIndexReader().getReaderCacheHelper().getKey();
  }

  /** Starts making a commit's, unless another's is still being made. */
  private synchronized CompletableFuture<Made<T>> start(PhotoSearcher searcher) {
    CompletableFuture<Made<T>> current = running;
    if (current != null) {
      return current;
    }
    Object commit = commit(searcher);
    Made<T> made = last;
    if (made != null && made.commit == commit) {
      // Done between the caller's look and the lock.
      return CompletableFuture.completedFuture(made);
    }
    CompletableFuture<Made<T>> future = new CompletableFuture<>();
    IndexReader reader = searcher.searcher().getIndexReader();
    String language = searcher.metadata().language();
    RecordedPolicy policy = searcher.metadata().policy();
    Analyzer analyzer = searcher.analyzer();
    // The searcher may be given back before this is done.
    reader.incRef();
    running = future;
    Thread.ofPlatform()
        .daemon()
        .name("ocellus-suggestions")
        .priority(Thread.MIN_PRIORITY)
        .start(
            () -> {
              Made<T> result;
              try {
                T value = maker.make(reader, language, analyzer);
                result = new Made<>(commit, policy, value, null);
              } catch (IOException | RuntimeException | Error e) {
                result = new Made<>(commit, policy, null, e);
              }
              finish(result, future, reader);
            });
    return future;
  }

  private void finish(Made<T> made, CompletableFuture<Made<T>> future, IndexReader reader) {
    synchronized (this) {
      last = made;
      running = null;
    }
    future.complete(made);
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give back a commit that was read", e);
    }
  }
}
