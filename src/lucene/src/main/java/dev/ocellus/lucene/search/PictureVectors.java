package dev.ocellus.lucene.search;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

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
    BooleanQuery photo =
        new BooleanQuery.Builder()
            .add(PhotoSchema.PHOTOS, Occur.FILTER)
            .add(new TermQuery(new Term(PhotoSchema.ID, id)), Occur.FILTER)
            .build();
    ScoreDoc[] found = photos.searcher().search(photo, 1).scoreDocs;
    if (found.length == 0) {
      throw new QueryException(
          "%sno photo \"%s\" in the index; name one by its path in the photo folder"
              .formatted(where, id));
    }
    List<LeafReaderContext> leaves = photos.searcher().getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found[0].doc, leaves));
    int document = found[0].doc - leaf.docBase;
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PhotoSchema.IMAGE_VECTOR);
    if (vectors != null) {
      KnnVectorValues.DocIndexIterator documents = vectors.iterator();
      if (documents.advance(document) == document) {
        return vectors.vectorValue(documents.index()).clone();
      }
    }
    throw new QueryException("%sphoto \"%s\" has no vector".formatted(where, id));
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
