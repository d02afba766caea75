package dev.ocellus.lucene.search;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.explain.HitExplainer;
import dev.ocellus.lucene.fields.PhotoFields;
import dev.ocellus.lucene.highlight.CaptionHighlighter;
import dev.ocellus.lucene.highlight.HighlightedCaption;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.HybridScorer;
import dev.ocellus.lucene.query.LeafScorer;
import dev.ocellus.lucene.query.PartScore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Reads what is shown of the hits of a page. */
final class HitReader {

  private final PhotoSearcher photos;
  private final SearchRequest request;
  private final IndexSearcher searcher;
  private final @Nullable HybridScorer scorer;
  private final @Nullable HitExplainer explainer;
  private final @Nullable CaptionHighlighter highlighter;
  private final Query marked;

  HitReader(PhotoSearcher photos, SearchRequest request, CompiledQuery query) throws IOException {
    this.photos = photos;
    this.request = request;
    this.searcher = photos.searcher();
    HybridQuery hybrid = query.hybrid();
    this.scorer = hybrid == null ? null : new HybridScorer(searcher, hybrid);
    this.explainer =
        hybrid == null || !request.details().explain() ? null : new HitExplainer(searcher, hybrid);
    this.highlighter =
        request.details().highlight() ? new CaptionHighlighter(searcher, photos.analyzer()) : null;
    this.marked = marked(query);
  }

  /** The words that are looked for, and what the query's own conditions ask of captions. */
  private static Query marked(CompiledQuery query) {
    Query words = CaptionHighlighter.words(query.words());
    Query stated = query.stated();
    return stated == null
        ? words
        : new BooleanQuery.Builder().add(words, Occur.SHOULD).add(stated, Occur.SHOULD).build();
  }

  /** The hits of a result's page, in its order. */
  List<Hit> read(Result result) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : result.page().hits()) {
      hits.add(read(found, result.firstRank() + hits.size(), result.alike(found)));
    }
    return hits;
  }

  private Hit read(ScoreDoc found, int rank, List<ScoreDoc> alike) throws IOException {
    Document document = searcher.storedFields().document(found.doc);
    String id = document.get(PhotoSchema.ID);
    Map<Feature, Float> parts = Map.of();
    int best = -1;
    if (scorer != null) {
      List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
      LeafScorer photo = scorer.leaf(leaf);
      List<PartScore> scores = photo.parts(found.doc - leaf.docBase);
      parts =
          scores.stream()
              .map(PartScore::features)
              .filter(f -> !f.isEmpty())
              .findFirst()
              .orElse(parts);
      best = photo.bestCaption();
    }
    String[] captions = document.getValues(PhotoSchema.CAPTION);
    return new Hit(
        rank,
        id,
        found.score,
        parts,
        explainer == null ? null : explainer.explain(found.doc),
        captions.length == 0 ? null : captions[Math.max(0, best)],
        highlighted(found.doc, best),
        ids(alike),
        request.details().fields()
            ? PhotoFields.of(document, photos.metadata().fields())
            : Map.of(),
        List.of(document.getValues(PhotoSchema.POLICY_CATEGORY)),
        photos.metadata().photoFolder().resolve(id));
  }

  private List<HighlightedCaption> highlighted(int document, int best) throws IOException {
    return highlighter == null ? List.of() : highlighter.highlight(document, marked, best);
  }

  private List<String> ids(List<ScoreDoc> hits) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      ids.add(stored.document(hit.doc, Set.of(PhotoSchema.ID)).get(PhotoSchema.ID));
    }
    return List.copyOf(ids);
  }
}
