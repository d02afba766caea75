package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The captions of chosen photos of one segment: the documents of their blocks before them. */
final class CaptionIterator extends DocIdSetIterator {

  private final DocIdSetIterator photos;
  private final @Nullable BitSet parents;
  private int doc = -1;

  /**
   * @param photos some of them
   * @param parents the segment's photos
   */
  CaptionIterator(DocIdSetIterator photos, @Nullable BitSet parents) {
    this.photos = photos;
    this.parents = parents;
  }

  /** The first document of a photo's block: its first caption, or itself if it has none. */
  static int first(int photo, @Nullable BitSet parents) {
    return parents == null || photo == 0 ? 0 : parents.prevSetBit(photo - 1) + 1;
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public int nextDoc() throws IOException {
    return doc == NO_MORE_DOCS ? doc : advance(doc + 1);
  }

  @Override
  public int advance(int target) throws IOException {
    int photo = photos.docID() < target ? photos.advance(target) : photos.docID();
    while (photo != NO_MORE_DOCS) {
      int caption = Math.max(target, first(photo, parents));
      if (caption < photo) {
        doc = caption;
        return doc;
      }
      photo = photos.nextDoc();
    }
    doc = NO_MORE_DOCS;
    return doc;
  }

  @Override
  public long cost() {
    return photos.cost();
  }
}
