package dev.ocellus.lucene;

import dev.ocellus.encode.Encoder;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.policy.PolicyDecision;
import dev.ocellus.lucene.query.FeatureExtractor;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LeafFeatures;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TextEncoder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * One commit of an index, as {@link PhotoIndex#acquire} lends it: for programs that combine hybrid
 * queries with queries of their own. Close it to give it back.
 */
public final class PhotoSearcher implements Closeable {

  /** Distinct words of a query that are searched in captions; further ones are left out. */
  private static final int MAX_WORDS = 256;

  private final IndexSearcher searcher;
  private final IndexMetadata metadata;
  private final Supplier<CaptionAnalyzer> analyzer;
  private final Supplier<Encoder> encoder;
  private final Supplier<FusionModel> fusion;
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
      Supplier<FusionModel> fusion,
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

  /** The analyzer of captions and queries. */
  public Analyzer analyzer() {
    return analyzer.get().analyzer();
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
    return fusion.get();
  }

  public IndexMetadata metadata() {
    return metadata;
  }

  /** A query's text as the features see it, by {@link #encoder}. */
  public EncodedText encode(String text) {
    return new TextEncoder(encoder.get(), analyzer.get()).encode(text);
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
    List<LemmaGroup> words = LemmaGroup.of(analyzer(), PhotoSchema.CAPTION, text, MAX_WORDS);
    return new HybridQuery(words, encoded, signal.model(fusion))
        .withSources(signal.sources())
        .withFilter(filter);
  }

  /** All candidates of a query, best first; of equal scores the one indexed earlier. */
  public TopDocs search(HybridQuery query) throws IOException {
    int most = query.mostCandidates();
    return searcher.search(query, new TopScoreDocCollectorManager(most, most));
  }

  /** What a hit shows of a photo that the extractor's query found. */
  private Hit hit(FeatureExtractor extractor, FusionModel model, int rank, ScoreDoc found)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    LeafFeatures leafFeatures = extractor.leaf(leaf);
    float[] features = leafFeatures.extract(found.doc - leaf.docBase);
    Document document = searcher.storedFields().document(found.doc);
    String id = document.get(PhotoSchema.ID);
    int best = leafFeatures.bestCaption();
    String caption = best < 0 ? null : document.getValues(PhotoSchema.CAPTION)[best];
    return new Hit(
        rank,
        id,
        found.score,
        parts(features),
        model.contribution(features),
        caption,
        List.of(document.getValues(PhotoSchema.POLICY_CATEGORY)),
        metadata.photoFolder().resolve(id));
  }

  private static Map<Feature, Float> parts(float[] features) {
    Map<Feature, Float> parts = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      float value = features[feature.ordinal()];
      if (!Float.isNaN(value)) {
        parts.put(feature, value);
      }
    }
    return parts;
  }

  /**
   * What a request's policy says of its text.
   *
   * @throws IndexException if the policy is for another language than the captions
   */
  PolicyDecision decide(SearchRequest request) {
    ContentPolicy policy = request.policy();
    if (policy == null) {
      return PolicyDecision.NO_RULE;
    }
    policy.checkLanguage(metadata.language());
    return policy.decide(request.text());
  }

  static SearchResponse blocked(SearchRequest request, PolicyDecision decision) {
    return new SearchResponse(request.text(), 0, 0, 0, List.of(), decision);
  }

  /** The photos that a request may show, or null for all. */
  private @Nullable Query shown(SearchRequest request) throws IOException {
    Term blocked = new Term(PhotoSchema.POLICY_ACTION, Action.BLOCK.key());
    boolean all =
        request.policy() == null
            || request.showMarked()
            || searcher.getIndexReader().docFreq(blocked) == 0;
    return all
        ? null
        : new BooleanQuery.Builder()
            .add(PhotoSchema.PHOTOS, Occur.FILTER)
            .add(new TermQuery(blocked), Occur.MUST_NOT)
            .build();
  }

  /**
   * Answers a request.
   *
   * @param encoded its text by {@link #encode}
   * @param encodeNanos what that cost, for the answer
   * @throws IndexException if the request's policy is for another language than the captions
   */
  public SearchResponse search(SearchRequest request, EncodedText encoded, long encodeNanos)
      throws IOException {
    PolicyDecision decision = decide(request);
    return decision.action() == Action.BLOCK
        ? blocked(request, decision)
        : search(request, encoded, encodeNanos, decision);
  }

  SearchResponse search(
      SearchRequest request, EncodedText encoded, long encodeNanos, PolicyDecision decision)
      throws IOException {
    long start = System.nanoTime();
    HybridQuery query = query(request.text(), encoded, request.signal(), shown(request));
    TopDocs found = search(query);
    FeatureExtractor extractor = new FeatureExtractor(searcher, query);
    List<Hit> hits = new ArrayList<>();
    int total = 0;
    for (ScoreDoc candidate : found.scoreDocs) {
      if (candidate.score < request.minScore()) {
        break;
      }
      total++;
      if (hits.size() < request.top()) {
        hits.add(hit(extractor, query.model(), total, candidate));
      }
    }
    return new SearchResponse(
        request.text(), encodeNanos, System.nanoTime() - start, total, List.copyOf(hits), decision);
  }

  /** Gives the commit back; more than once does nothing more. */
  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      lease.close();
    }
  }
}
