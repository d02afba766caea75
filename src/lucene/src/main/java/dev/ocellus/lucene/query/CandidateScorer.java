package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;

/** Scores one segment's candidates. */
final class CandidateScorer extends Scorer {

  private final CandidateIterator iterator;
  private final LeafScorer photos;
  private final float boost;

  /** Several collectors may ask for one score, but a photo can be read only once. */
  private int scored = -1;

  private float score;

  CandidateScorer(CandidateIterator iterator, LeafScorer photos, float boost) {
    this.iterator = iterator;
    this.photos = photos;
    this.boost = boost;
  }

  @Override
  public int docID() {
    return iterator.docID();
  }

  @Override
  public DocIdSetIterator iterator() {
    return iterator;
  }

  @Override
  public float score() throws IOException {
    int doc = docID();
    if (doc != scored) {
      score = boost * photos.score(doc);
      scored = doc;
    }
    return score;
  }

  @Override
  public float getMaxScore(int upTo) {
    return boost;
  }
}
