package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** How like the photos of one segment are to pictures. Reads forward only. */
record LeafLikeness(LikePart part, @Nullable LeafVectors images) {

  static LeafLikeness of(LeafReaderContext leaf, LikePart part, PhotoLayout layout)
      throws IOException {
    return new LeafLikeness(part, LeafVectors.of(leaf, layout.imageVector()));
  }

  /** The part's length times the cosine, NaN of a photo without a vector. */
  double likeness(int doc) throws IOException {
    float[] vector = images == null ? null : images.of(doc);
    return vector == null
        ? Double.NaN
        : (double) part.length() * VectorUtil.dotProduct(vector, part.vector());
  }

  /** 0 to 1; 0 of a likeness that is not known. */
  double probability(double likeness) {
    return Double.isNaN(likeness) ? 0 : part.likeness().probability(likeness);
  }
}
