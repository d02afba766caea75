package dev.ocellus.lucene.index;

import dev.ocellus.lucene.CollectionMeans;
import dev.ocellus.lucene.PhotoSchema;
import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Means over the live vectors of an index. */
final class MeanVectors {

  private MeanVectors() {}

  static CollectionMeans of(IndexReader reader) throws IOException {
    return new CollectionMeans(
        mean(reader, PhotoSchema.IMAGE_VECTOR), mean(reader, PhotoSchema.CAPTION_VECTOR));
  }

  private static float @Nullable [] mean(IndexReader reader, String field) throws IOException {
    Sum sum = new Sum();
    forEach(reader, field, sum::add);
    return sum.mean();
  }

  private interface VectorConsumer {
    void accept(float[] vector);
  }

  private static void forEach(IndexReader reader, String field, VectorConsumer consumer)
      throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
      if (values == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      KnnVectorValues.DocIndexIterator documents = values.iterator();
      for (int doc = documents.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = documents.nextDoc()) {
        if (live == null || live.get(doc)) {
          consumer.accept(values.vectorValue(documents.index()));
        }
      }
    }
  }

  /** Summed in double precision: a million floats would lose digits. */
  private static final class Sum {

    private double @Nullable [] total;
    private long count;

    void add(float[] vector) {
      double[] sums = total;
      if (sums == null) {
        sums = new double[vector.length];
        total = sums;
      }
      for (int i = 0; i < vector.length; i++) {
        sums[i] += vector[i];
      }
      count++;
    }

    float @Nullable [] mean() {
      double[] sums = total;
      if (sums == null) {
        return null;
      }
      float[] mean = new float[sums.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (float) (sums[i] / count);
      }
      return mean;
    }
  }
}
