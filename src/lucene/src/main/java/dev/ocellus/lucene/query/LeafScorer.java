package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores one segment's photos. Reads forward only: each photo is asked for once, in ascending
 * order. Used by one thread.
 */
public final class LeafScorer {

  private final PartScorer.InLeaf[] parts;

  LeafScorer(List<PartScorer.InLeaf> parts) {
    this.parts = parts.toArray(new PartScorer.InLeaf[0]);
  }

  /**
   * The photo's score: the product of what its parts multiply.
   *
   * @param doc the photo's document number in this segment
   * @return 0 to 1
   */
  public float score(int doc) throws IOException {
    double score = 1;
    for (PartScorer.InLeaf part : parts) {
      score *= part.factor(doc);
    }
    return (float) score;
  }

  /** How each part came out, wanted ones first. */
  public List<PartScore> parts(int doc) throws IOException {
    List<PartScore> scores = new ArrayList<>();
    for (PartScorer.InLeaf part : parts) {
      scores.add(part.score(doc));
    }
    return scores;
  }

  /** The score that these parts make. */
  static float product(List<PartScore> parts) {
    double score = 1;
    for (PartScore part : parts) {
      score *= part.factor();
    }
    return (float) score;
  }

  /**
   * The caption of the photo last asked for that is nearest to the first text that the query wants,
   * counted from 0; -1 if there is none.
   */
  public int bestCaption() {
    for (PartScorer.InLeaf part : parts) {
      LeafFeatures text = part.text();
      if (part.wanted() && text != null) {
        return text.bestCaption();
      }
    }
    return -1;
  }
}
