package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * Cosines of one unit vector with those of a segment's documents, from full-precision vectors and
 * as {@link StableCosine} rounds them. Reads forward only. Used by one thread.
 */
interface LeafCosines {

  /** The document's cosine, -1 to 1 but for rounding, or NaN if it has no vector. */
  float of(int doc) throws IOException;

  /**
   * @param vector of unit length
   * @param documents all that will be asked for, or null where that is not known
   */
  static LeafCosines of(
      LeafReaderContext leaf, String field, float[] vector, @Nullable DocIdSetIterator documents)
      throws IOException {
    FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
    if (values == null) {
      return doc -> Float.NaN;
    }
    FieldInfo info = leaf.reader().getFieldInfos().fieldInfo(field);
    VectorScorer scorer =
        info.getVectorSimilarityFunction() == VectorSimilarityFunction.DOT_PRODUCT
            ? values.rescorer(vector)
            : null;
    LeafVectors vectors = new LeafVectors(values, values.iterator());
    if (scorer != null) {
      return new BatchedCosines(scorer, documents, vectors, vector);
    }
    return doc -> {
      float[] read = vectors.of(doc);
      return read == null ? Float.NaN : StableCosine.of(read, vector);
    };
  }
}
