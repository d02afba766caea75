package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * Cosines by Lucene's scorer of dot products. Where it is told beforehand which documents will be
 * asked for, Lucene multiplies their vectors four at a time, which takes half as long: most of the
 * time is waiting for memory. A vector that nobody announced goes the same way by itself: another
 * would round its sum otherwise, and a score must not depend on what else is scored.
 */
final class BatchedCosines implements LeafCosines {

  private final VectorScorer.Bulk bulk;
  private final DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();

  /** The vectors' documents where none were announced. */
  private final @Nullable DocIdSetIterator all;

  private int position;

  /**
   * @param scorer of dot products
   * @param documents all that will be asked for, or null where that is not known
   */
  BatchedCosines(VectorScorer scorer, @Nullable DocIdSetIterator documents) throws IOException {
    this.bulk = scorer.bulk(documents);
    this.all = documents == null ? scorer.iterator() : null;
  }

  @Override
  public float of(int doc) throws IOException {
    if (all == null) {
      readTo(doc);
    } else {
      readOnly(doc, all);
    }
    // Lucene's score of a dot product is (1 + product) / 2.
    return position < batch.size && batch.docs[position] == doc
        ? 2 * batch.features[position] - 1
        : Float.NaN;
  }

  private void readTo(int doc) throws IOException {
    while (position < batch.size && batch.docs[position] < doc) {
      position++;
    }
    while (position == batch.size) {
      fill(DocIdSetIterator.NO_MORE_DOCS);
      if (batch.size == 0) {
        return;
      }
      while (position < batch.size && batch.docs[position] < doc) {
        position++;
      }
    }
  }

  private void readOnly(int doc, DocIdSetIterator vectors) throws IOException {
    if (vectors.docID() < doc) {
      vectors.advance(doc);
    }
    if (position >= batch.size || batch.docs[position] != doc) {
      fill(doc + 1);
    }
  }

  private void fill(int end) throws IOException {
    bulk.nextDocsAndScores(end, null, batch);
    position = 0;
  }
}
