package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/** How like the photos of one segment are to pictures. Reads forward only. */
record LeafLikeness(LikePart part, LeafCosines images) {

  /**
   * @param asked all photos that will be asked for, as in {@link LeafFeatures}
   */
  static LeafLikeness of(
      LeafReaderContext leaf, LikePart part, PhotoLayout layout, int @Nullable [] asked)
      throws IOException {
    return new LeafLikeness(
        part,
        LeafCosines.of(
            leaf,
            layout.imageVector(),
            part.vector(),
            asked == null ? null : CandidateIterator.of(asked, leaf)));
  }

  /** The part's length times the cosine, NaN of a photo without a vector. */
  double likeness(int doc) throws IOException {
    return (double) part.length() * images.of(doc);
  }

  /** 0 to 1; 0 of a likeness that is not known. */
  double probability(double likeness) {
    return Double.isNaN(likeness) ? 0 : part.likeness().probability(likeness);
  }
}
