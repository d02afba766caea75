package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Scores photos for one hybrid query, whether they are among its candidates or not, and tells how
 * each part of the query came out. Statistics of words come from the searcher.
 */
public final class HybridScorer {

  private final IndexSearcher searcher;
  private final HybridQuery query;
  private final List<PartScorer> parts = new ArrayList<>();

  public HybridScorer(IndexSearcher searcher, HybridQuery query) throws IOException {
    this.searcher = searcher;
    this.query = query;
    for (QueryPart part : query.wanted()) {
      parts.add(PartScorer.of(searcher, part, true, query));
    }
    for (TextPart part : query.unwanted()) {
      parts.add(PartScorer.of(searcher, part, false, query));
    }
  }

  /** The scores of one segment's photos, to be asked for in ascending document order. */
  public LeafScorer leaf(LeafReaderContext leaf) throws IOException {
    return leaf(leaf, null);
  }

  /**
   * The same where it is known which photos will be asked for: their vectors are read together.
   *
   * @param asked ascending document numbers of the whole reader, or null
   */
  LeafScorer leaf(LeafReaderContext leaf, int @Nullable [] asked) throws IOException {
    List<PartScorer.InLeaf> inLeaf = new ArrayList<>();
    for (PartScorer part : parts) {
      inLeaf.add(part.leaf(leaf, asked));
    }
    return new LeafScorer(inLeaf);
  }

  /**
   * How each part came out for one photo.
   *
   * @param document its number in the searcher's reader
   * @return wanted parts, then unwanted ones, in the query's order
   */
  public List<PartScore> parts(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    return leaf(leaf).parts(document - leaf.docBase);
  }

  public HybridQuery query() {
    return query;
  }
}
