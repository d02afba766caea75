package dev.ocellus.lucene.explain;

import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.HybridScorer;
import dev.ocellus.lucene.query.PartScore;
import dev.ocellus.lucene.query.QueryPart;
import dev.ocellus.lucene.query.TextPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/**
 * Explains the scores that a hybrid query gives photos: the numbers that Lucene's {@link
 * IndexSearcher#explain} has, and what they mean. Used by one thread.
 */
public final class HitExplainer {

  private final IndexSearcher searcher;
  private final HybridScorer scorer;
  private final List<PartExplainer> parts = new ArrayList<>();

  public HitExplainer(IndexSearcher searcher, HybridQuery query) throws IOException {
    this.searcher = searcher;
    this.scorer = new HybridScorer(searcher, query);
    for (QueryPart part : query.wanted()) {
      parts.add(PartExplainer.of(searcher, part, query.layout()));
    }
    for (TextPart part : query.unwanted()) {
      parts.add(PartExplainer.of(searcher, part, query.layout()));
    }
  }

  /**
   * Explains a photo's score, whether the query found the photo or not.
   *
   * @param document its number in the searcher's reader
   */
  public HitExplanation explain(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    List<PartScore> scores = scorer.parts(document);
    List<PartExplanation> explanations = new ArrayList<>();
    double product = 1;
    for (int i = 0; i < scores.size(); i++) {
      product *= scores.get(i).factor();
      explanations.add(parts.get(i).explain(leaf, document - leaf.docBase, scores.get(i)));
    }
    return new HitExplanation((float) product, explanations);
  }
}
