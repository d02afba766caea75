package dev.ocellus.lucene.evaluate;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;

/** Searches some photos by the statistics of the collection that they come from. */
final class BorrowingSearcher extends IndexSearcher {

  private final IndexSearcher collection;

  BorrowingSearcher(IndexReader photos, IndexSearcher collection) {
    super(photos);
    this.collection = collection;
    setSimilarity(collection.getSimilarity());
  }

  @Override
  public CollectionStatistics collectionStatistics(String field) throws IOException {
    return collection.collectionStatistics(field);
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    TermStates states = TermStates.build(collection, term, true);
    return collection.termStatistics(
        term, Math.max(1, states.docFreq()), Math.max(1, states.totalTermFreq()));
  }
}
