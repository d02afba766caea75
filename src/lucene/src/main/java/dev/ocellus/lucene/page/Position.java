package dev.ocellus.lucene.page;

/**
 * Where in a listing by score a page ended.
 *
 * @param band the band of the last hit
 * @param after the last hit's place in it
 */
record Position(BandStart band, Place after) {

  static final Position START = new Position(BandStart.FIRST, Place.START);

  /** The same in another commit, where the last hit's photo has this document number. */
  Position movedTo(int document) {
    return new Position(band.moved(), new Place(after.score(), document));
  }
}
