package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * Cosines by Lucene's scorer of dot products. Where it is told beforehand which documents will be
 * asked for, Lucene multiplies their vectors four at a time, which takes half as long: most of the
 * time is waiting for memory.
 */
final class BatchedCosines implements LeafCosines {

  private final VectorScorer.Bulk bulk;
  private final DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();

  /** The vectors' documents where none were announced. */
  private final @Nullable DocIdSetIterator all;

  private final LeafVectors vectors;
  private final float[] query;
  private int position;

  /**
   * @param scorer of the dot products with the query
   * @param documents all that will be asked for, or null where that is not known
   * @param vectors what the scorer multiplies
   * @param query of unit length
   */
  BatchedCosines(
      VectorScorer scorer, @Nullable DocIdSetIterator documents, LeafVectors vectors, float[] query)
      throws IOException {
    this.vectors = vectors;
    this.query = query;
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
    return position < batch.size && batch.docs[position] == doc
        ? batch.features[position]
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

  private void readOnly(int doc, DocIdSetIterator documents) throws IOException {
    if (documents.docID() < doc) {
      documents.advance(doc);
    }
    if (position >= batch.size || batch.docs[position] != doc) {
      fill(doc + 1);
    }
  }

  private void fill(int end) throws IOException {
    bulk.nextDocsAndScores(end, null, batch);
    position = 0;
    // At once, while the vectors are in the processor's cache.
    for (int i = 0; i < batch.size; i++) {
      batch.features[i] = cosine(batch.docs[i], batch.features[i]);
    }
  }

  private float cosine(int doc, float score) throws IOException {
    // Lucene's score of a dot product is (1 + product) / 2.
    float fast = 2 * score - 1;
    float[] read = StableCosine.isSure(fast) ? null : vectors.of(doc);
    return read == null ? StableCosine.of(fast) : StableCosine.of(read, query);
  }
}
