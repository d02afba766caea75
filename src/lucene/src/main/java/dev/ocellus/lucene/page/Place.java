package dev.ocellus.lucene.page;

import org.apache.lucene.search.ScoreDoc;

/**
 * A place in a ranking: behind the document of this number that scores so. Rankings go from the
 * highest score down, of equal scores by document number.
 */
record Place(float score, int document) {

  /** Before the first. */
  static final Place START = new Place(Float.POSITIVE_INFINITY, -1);

  /** Behind the last. */
  static final Place END = new Place(Float.NEGATIVE_INFINITY, Integer.MAX_VALUE);

  static Place behind(ScoreDoc hit) {
    return new Place(hit.score, hit.doc);
  }

  /** Whether a hit ranks behind this place. */
  boolean isBefore(ScoreDoc hit) {
    return hit.score < score || (hit.score == score && hit.doc > document);
  }

  /** The place before all documents of this score, unless it is the end. */
  Place beforeEqualScores() {
    return equals(END) ? END : new Place(score, -1);
  }

  ScoreDoc toScoreDoc() {
    return new ScoreDoc(document, score);
  }
}
