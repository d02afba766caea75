package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoReader;
import dev.ocellus.lucene.query.HybridQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the fusion knows of a text and every photo of an index. Holds all photos in memory. */
public final class CollectionFeatures {

  private final PhotoSearcher searcher;
  private final PhotoFeatures features;
  private final List<IndexedPhoto> photos = new ArrayList<>();

  /**
   * @param searcher must stay open as long as this is used
   */
  public CollectionFeatures(PhotoSearcher searcher) throws IOException {
    this.searcher = searcher;
    this.features = new PhotoFeatures(searcher.searcher());
    PhotoReader reader = new PhotoReader(searcher.searcher().getIndexReader());
    for (int document : features.documents()) {
      photos.add(reader.read(document));
    }
  }

  /** The photos' ids, in the order of all answers. */
  public List<String> ids() {
    return photos.stream().map(IndexedPhoto::id).toList();
  }

  /**
   * The features of a text with every photo, in the order of {@link Feature}; missing ones are NaN.
   * A photo that has the text among its captions is judged without that caption, though counted
   * with it.
   *
   * @return one vector a photo
   */
  public List<float[]> of(String text) throws IOException {
    HybridQuery query = searcher.query(text, searcher.encode(text), Signal.FUSED, null);
    List<float[]> all = features.of(query, features.documents());
    for (int i = 0; i < photos.size(); i++) {
      if (photos.get(i).captions().contains(text)) {
        all.set(i, without(photos.get(i), text, query));
      }
    }
    return all;
  }

  private float[] without(IndexedPhoto photo, String text, HybridQuery query) throws IOException {
    try (LeaveOneOut alone = LeaveOneOut.in(searcher, photo.withoutCaption(text))) {
      float[] known = alone.features(query);
      // The caption left out must not give the match away: the others were left all of theirs.
      known[Feature.CAPTION_COUNT.ordinal()] = photo.captions().size();
      return known;
    }
  }
}
