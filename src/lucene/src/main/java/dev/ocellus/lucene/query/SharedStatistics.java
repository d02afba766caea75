package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;

/**
 * Gives all lemmas of a word the statistics of the most frequent one. Lucene's SynonymQuery weighs
 * a word so, too, but only by the lemmas that its own part of a collection has.
 */
final class SharedStatistics extends IndexSearcher {

  private final IndexSearcher searcher;
  private final long documentFrequency;

  SharedStatistics(IndexSearcher searcher, long documentFrequency) {
    super(searcher.getIndexReader());
    this.searcher = searcher;
    this.documentFrequency = documentFrequency;
    setSimilarity(searcher.getSimilarity());
    setQueryCache(null);
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    TermStatistics own = searcher.termStatistics(term, docFreq, totalTermFreq);
    return own.docFreq() >= documentFrequency
        ? own
        : new TermStatistics(
            own.term(), documentFrequency, Math.max(documentFrequency, own.totalTermFreq()));
  }

  @Override
  public CollectionStatistics collectionStatistics(String field) throws IOException {
    return searcher.collectionStatistics(field);
  }
}
