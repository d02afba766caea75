package dev.ocellus.lucene.search;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.query.IndexedPictures;
import java.io.IOException;
import java.util.List;

/** Vectors of pictures to search by. */
final class PictureVectors {

  private final PhotoSearcher photos;
  private long nanos;

  PictureVectors(PhotoSearcher photos) {
    this.photos = photos;
  }

  /** What encoding took so far. */
  long nanos() {
    return nanos;
  }

  /**
   * The vector of a photo of the index.
   *
   * @param where what a message begins with
   * @throws QueryException if there is no such photo
   */
  float[] indexed(String id, String where) throws IOException {
    float[] vector = new IndexedPictures(photos.searcher()).vector(id);
    if (vector == null) {
      throw new QueryException(
          "%sno photo \"%s\" in the index; name one by its path in the photo folder"
              .formatted(where, id));
    }
    return vector;
  }

  /**
   * The vector of a photo file.
   *
   * @throws QueryException if it cannot be decoded
   */
  float[] encoded(Picture.Photo photo) {
    long start = System.nanoTime();
    try {
      Encoder encoder = photos.encoder();
      float[] pixels =
          encoder.preprocessor().apply(new PhotoDecoder().decode(photo.bytes()).pixels());
      return encoder.encodePhotos(List.of(pixels)).getFirst();
    } catch (PhotoException e) {
      throw new QueryException(photo.name() + ": " + e.getMessage());
    } finally {
      nanos += System.nanoTime() - start;
    }
  }
}
