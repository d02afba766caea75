package dev.ocellus.lucene;

import dev.ocellus.encode.Encoder;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.Likeness;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.page.PointsInTime;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.PolicyDecision;
import dev.ocellus.lucene.query.CandidateSource;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.search.PhotoSearch;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TextEncoder;
import dev.ocellus.lucene.text.WordWeight;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * One commit of an index, as {@link PhotoIndex#acquire} lends it: for programs that combine hybrid
 * queries with queries of their own. Close it to give it back.
 */
public final class PhotoSearcher implements Closeable {

  /** Distinct words of a query that are searched in captions; further ones are left out. */
  public static final int MAX_WORDS = 256;

  private final IndexSearcher searcher;
  private final IndexMetadata metadata;
  private final Supplier<CaptionAnalyzer> analyzer;
  private final Supplier<Encoder> encoder;
  private final Supplier<Scoring> fusion;
  private final Closeable lease;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param analyzer asked when a query is analyzed
   * @param encoder asked when a query is encoded; must have made the commit's vectors
   * @param fusion asked when a query ranks by the fused score
   * @param lease closed with this searcher
   */
  public PhotoSearcher(
      IndexSearcher searcher,
      IndexMetadata metadata,
      Supplier<CaptionAnalyzer> analyzer,
      Supplier<Encoder> encoder,
      Supplier<Scoring> fusion,
      Closeable lease) {
    this.searcher = searcher;
    this.metadata = metadata;
    this.analyzer = analyzer;
    this.encoder = encoder;
    this.fusion = fusion;
    this.lease = lease;
  }

  public IndexSearcher searcher() {
    return searcher;
  }

  /**
   * Other photos, looked at with this commit's record of itself, analyzer, encoder and fusion. Of
   * use until this one is closed; closing it closes nothing.
   *
   * @param others searcher of photos with vectors by the same encoder
   */
  public PhotoSearcher over(IndexSearcher others) {
    return new PhotoSearcher(others, metadata, analyzer, encoder, fusion, () -> {});
  }

  /** The analyzer of captions. */
  public Analyzer analyzer() {
    return analyzer.get().analyzer();
  }

  /** The analyzer of queries: that of captions, unless each of these is in its own language. */
  public Analyzer queryAnalyzer() {
    return analyzer.get().queryAnalyzer();
  }

  /**
   * The encoder that made this commit's vectors, loaded if it was not yet; open as long as this
   * searcher.
   *
   * @throws IndexException if the index was opened with another encoder of the caller's
   * @throws dev.ocellus.encode.ModelException if it cannot be opened
   */
  public Encoder encoder() {
    return encoder.get();
  }

  /** What makes the fused score, loaded if it was not yet. */
  public FusionModel fusion() {
    return fusion.get().model();
  }

  /** What scores photos by pictures, loaded if it was not yet. */
  public Likeness likeness() {
    return fusion.get().likeness();
  }

  /** What scores by a signal. */
  public FusionModel model(Signal signal) {
    return signal.model(this::fusion);
  }

  /** Where a signal has its candidates from. */
  public Set<CandidateSource> sources(Signal signal) {
    return signal.sources();
  }

  public IndexMetadata metadata() {
    return metadata;
  }

  /** A query's text as the features see it, by {@link #encoder}. */
  public EncodedText encode(String text) {
    return encode(text, List.of());
  }

  /** The same of a text some of whose words count more or less than once. */
  public EncodedText encode(String text, List<WordWeight> weights) {
    return new TextEncoder(encoder.get(), analyzer.get()).encode(text, weights);
  }

  /**
   * The hybrid query of a text.
   *
   * @param encoded the text by {@link #encode}
   * @param signal what to rank by
   * @param filter photos to choose from, or null for all
   * @throws QueryException if its vector is not of the encoder's length
   */
  public HybridQuery query(
      String text, EncodedText encoded, Signal signal, @Nullable Query filter) {
    int length = encoded.imageVector().length;
    if (length != metadata.dimension()) {
      throw new QueryException(
          "the query's vector has %d dimensions; those of the index, by encoder %s, have %d"
              .formatted(length, metadata.modelId(), metadata.dimension()));
    }
    List<LemmaGroup> words = LemmaGroup.of(queryAnalyzer(), PhotoSchema.CAPTION, text, MAX_WORDS);
    return new HybridQuery(words, encoded, model(signal))
        .withSources(signal.sources())
        .withFilter(filter);
  }

  /** All candidates of a query, best first; of equal scores the one indexed earlier. */
  public TopDocs search(HybridQuery query) throws IOException {
    int most = query.mostCandidates();
    return searcher.search(query, new TopScoreDocCollectorManager(most, most));
  }

  /**
   * What a request's policy says of its text.
   *
   * @throws IndexException if the policy is for another language than the captions
   */
  private PolicyDecision decide(SearchRequest request) {
    ContentPolicy policy = request.restriction().policy();
    if (policy == null) {
      return PolicyDecision.NO_RULE;
    }
    policy.checkLanguage(metadata.language());
    return policy.decide(request.text());
  }

  /**
   * Answers a request. A text that the request's policy blocks is not even encoded.
   *
   * @throws QueryException if the request cannot be answered
   * @throws IndexException if the request's policy is for another language than the captions
   */
  public SearchResponse search(SearchRequest request) throws IOException {
    return search(request, PointsInTime.NONE);
  }

  /**
   * The same of a commit that is kept.
   *
   * @param pointInTime by which the next page will ask for it
   */
  SearchResponse search(SearchRequest request, long pointInTime) throws IOException {
    PolicyDecision decision = decide(request);
    return decision.action() == Action.BLOCK
        ? SearchResponse.blocked(request.text(), decision)
        : new PhotoSearch(this, request, decision, pointInTime).run();
  }

  /** Gives the commit back; more than once does nothing more. */
  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      lease.close();
    }
  }
}
