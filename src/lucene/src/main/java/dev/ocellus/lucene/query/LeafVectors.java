package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/** One vector field of a segment, read forward. */
record LeafVectors(FloatVectorValues values, KnnVectorValues.DocIndexIterator documents) {

  /** Null if no document of the segment has the field. */
  static @Nullable LeafVectors of(LeafReaderContext leaf, String field) throws IOException {
    FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
    return values == null ? null : new LeafVectors(values, values.iterator());
  }

  /** The document's vector, valid until the next call, or null if it has none. */
  float @Nullable [] of(int doc) throws IOException {
    if (documents.docID() < doc) {
      documents.advance(doc);
    }
    return documents.docID() == doc ? values.vectorValue(documents.index()) : null;
  }
}
