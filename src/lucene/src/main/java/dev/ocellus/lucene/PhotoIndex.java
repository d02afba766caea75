package dev.ocellus.lucene;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelException;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.Likeness;
import dev.ocellus.lucene.page.PageToken;
import dev.ocellus.lucene.page.PointsInTime;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.suggest.Completion;
import dev.ocellus.lucene.suggest.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * An index of photos, open for searching. Safe for use by several threads, and while another thread
 * or process indexes: every search sees the last commit, and encodes its text by that commit's
 * encoder, even if the index has changed to another encoder since it was opened.
 */
public final class PhotoIndex implements AutoCloseable {

  /** Longest query text, in UTF-16 code units: far beyond any encoder's context. */
  public static final int MAX_QUERY_LENGTH = 10_000;

  /** How long an unused point in time is kept. */
  static final Duration POINT_IN_TIME = Duration.ofMinutes(1);

  /** Each may keep deleted files on the disk. */
  private static final int MOST_POINTS_IN_TIME = 100;

  private final Directory directory;
  private final SearcherManager searchers;
  private final Suggestions suggestions = new Suggestions();
  private final PointsInTime<PhotoSearcher> points =
      new PointsInTime<>(POINT_IN_TIME, MOST_POINTS_IN_TIME);

  private PhotoIndex(Directory directory, SearcherManager searchers) {
    this.directory = directory;
    this.searchers = searchers;
  }

  /**
   * Opens an index with the encoder that it was built with, which is loaded at the first search,
   * and the fusion that was tuned for it. Without one, the bundled fusion: that encoder's, if there
   * is one, else the default encoder's.
   *
   * @throws IndexException if there is no index
   * @throws ModelException at the first search, if that encoder is not at hand
   */
  public static PhotoIndex open(Path index) throws IOException {
    return open(index, new TunedFusion(index));
  }

  /**
   * Opens an index with the encoder that it was built with and a fusion of the caller's choice.
   *
   * @throws IndexException if there is no index
   */
  public static PhotoIndex open(Path index, FusionModel fusion) throws IOException {
    return openWith(index, null, encoder -> new Scoring(fusion, Likeness.DEFAULT));
  }

  /**
   * Opens an index with the encoder that it was built with and a fusion that depends on it.
   *
   * @throws IndexException if there is no index
   */
  public static PhotoIndex open(Path index, FusionSource fusions) throws IOException {
    return openWith(index, null, encoder -> Scoring.of(fusions.of(encoder)));
  }

  /**
   * Opens an index with an encoder of the caller's, which the caller closes, and a fusion of its
   * choice.
   *
   * @throws IndexException if there is no index, or if it was built with another encoder
   */
  public static PhotoIndex open(Path index, Encoder encoder, FusionModel fusion)
      throws IOException {
    return openWith(index, encoder, id -> new Scoring(fusion, Likeness.DEFAULT));
  }

  private static PhotoIndex openWith(
      Path folder, @Nullable Encoder encoder, Function<String, Scoring> fusions)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IndexException("no index at " + folder + "; make one with: ocellus index");
    }
    Directory directory = FSDirectory.open(folder);
    try {
      if (!DirectoryReader.indexExists(directory)) {
        throw new IndexException(folder + " holds no index; make one with: ocellus index");
      }
      SearcherManager searchers =
          new SearcherManager(directory, new CommitSearcher.Factory(folder, encoder, fusions));
      return new PhotoIndex(directory, searchers);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The five best photos for a description. */
  public SearchResponse search(String text) throws IOException {
    return search(SearchRequest.of(text));
  }

  /**
   * Searches the last commit. A text that the request's policy blocks is not even encoded.
   *
   * @throws QueryException if the query is empty or too long
   * @throws IndexException if the index now has another encoder than the one it was opened with, or
   *     if the policy is for another language than the captions
   * @throws ModelException if the index now has an encoder that cannot be opened
   */
  public SearchResponse search(SearchRequest request) throws IOException {
    PageToken after = request.page().after();
    if (after != null && after.pointInTime() != PointsInTime.NONE) {
      return search(request, after.pointInTime());
    }
    if (request.pointInTime()) {
      return searchAndKeep(request);
    }
    try (PhotoSearcher searcher = acquire()) {
      return answer(searcher, request, PointsInTime.NONE);
    }
  }

  private SearchResponse answer(PhotoSearcher searcher, SearchRequest request, long point)
      throws IOException {
    SearchResponse response = searcher.search(request, point);
    boolean asked = request.details().suggest() && !request.text().isBlank();
    return asked && response.decision().action() != Action.BLOCK
        ? response.withDidYouMean(
            suggestions.correct(searcher, request.text(), request.restriction().policy()))
        : response;
  }

  /** Keeps the last commit; a request that cannot be answered keeps none. */
  private SearchResponse searchAndKeep(SearchRequest request) throws IOException {
    long point = points.open(acquire());
    boolean answered = false;
    try {
      SearchResponse response = search(request, point);
      answered = true;
      return response;
    } finally {
      if (!answered) {
        points.close(point);
      }
    }
  }

  /** Searches a commit that is kept, as long as there is a page to come. */
  private SearchResponse search(SearchRequest request, long point) throws IOException {
    SearchResponse response = points.use(point, searcher -> answer(searcher, request, point));
    if (response.next() == null) {
      points.close(point);
    }
    return response;
  }

  /**
   * Completions of a half-typed query, by phrases of captions. The first call after a commit reads
   * all captions; {@link #suggestions} has what never waits.
   *
   * @param typed the query so far; a space at its end says that the last word is whole
   * @param top at most so many
   * @throws QueryException if {@code top} is out of range
   */
  public List<Completion> complete(String typed, int top) throws IOException {
    try (PhotoSearcher searcher = acquire()) {
      return suggestions.complete(searcher, typed, top, null);
    }
  }

  /** Completions and other spellings for the searchers that {@link #acquire} lends. */
  public Suggestions suggestions() {
    return suggestions;
  }

  /** The last commit, lent until it is closed: all that is asked of it sees the same photos. */
  public PhotoSearcher acquire() throws IOException {
    CommitSearcher searcher = acquireSearcher();
    return new PhotoSearcher(
        searcher,
        searcher.metadata(),
        searcher.analyzer(),
        searcher.encoder(),
        searcher.fusion(),
        () -> searchers.release(searcher));
  }

  /** What the index holds; needs no encoder. */
  public IndexInfo info() throws IOException {
    CommitSearcher searcher = acquireSearcher();
    try {
      return IndexInfoReader.read(searcher, searcher.metadata());
    } finally {
      searchers.release(searcher);
    }
  }

  /** Closes points in time that have expired; for a timer, where long no search may come. */
  public void prune() throws IOException {
    points.prune();
  }

  /** How many points in time are kept. */
  public int pointsInTime() {
    return points.size();
  }

  private CommitSearcher acquireSearcher() throws IOException {
    if (!searchers.maybeRefresh()) {
      // Another search is looking for a newer commit, and may have begun before the last one.
      searchers.maybeRefreshBlocking();
    }
    return (CommitSearcher) searchers.acquire();
  }

  @Override
  public void close() throws IOException {
    points.close();
    searchers.close();
    directory.close();
  }
}
