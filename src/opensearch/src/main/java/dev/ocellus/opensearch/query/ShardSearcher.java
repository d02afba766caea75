package dev.ocellus.opensearch.query;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.opensearch.search.internal.ContextIndexSearcher;

/**
 * The searcher of a hybrid query's sources within a node's searcher. The node's own is made for the
 * request as a whole: it passes over segments that cannot bring hits behind {@code search_after},
 * profiles every weight as part of the query, and finishes aggregations after each search; all of
 * which would be wrong of a search for candidates. What is kept of it: its reader, whose terms
 * check for cancellation; its timeout; and its statistics, which are those of all shards after a
 * phase of {@code dfs}. Candidates are looked for by the thread that searches the first segment.
 */
final class ShardSearcher extends IndexSearcher {

  private final IndexSearcher node;

  private ShardSearcher(IndexSearcher node) {
    super(node.getIndexReader());
    this.node = node;
    // Features are shares of BM25 as embedded, whatever similarity the index is set to.
    setSimilarity(new BM25Similarity());
    setQueryCache(node.getQueryCache());
    setQueryCachingPolicy(node.getQueryCachingPolicy());
    setTimeout(node.getTimeout());
  }

  static ShardSearcher within(IndexSearcher node) {
    return new ShardSearcher(node);
  }

  /**
   * Of all shards, where these are known. While they are collected, a term that this shard lacks is
   * not told of, for it would be counted.
   */
  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    boolean tells = node instanceof ContextIndexSearcher || getIndexReader().docFreq(term) > 0;
    return tells
        ? node.termStatistics(term, docFreq, totalTermFreq)
        : super.termStatistics(term, docFreq, totalTermFreq);
  }

  @Override
  public CollectionStatistics collectionStatistics(String field) throws IOException {
    return node.collectionStatistics(field);
  }
}
