package dev.ocellus.lucene.page;

import java.util.List;

/**
 * Where a band of a listing begins.
 *
 * @param rankings how far each of the listing's rankings has come; none for the first band, the
 *     best photos
 */
record BandStart(List<Place> rankings) {

  static final BandStart FIRST = new BandStart(List.of());

  BandStart {
    rankings = List.copyOf(rankings);
  }

  boolean isFirst() {
    return rankings.isEmpty();
  }

  /** The same in another commit, without what document numbers said. */
  BandStart moved() {
    return new BandStart(rankings.stream().map(Place::beforeEqualScores).toList());
  }
}
