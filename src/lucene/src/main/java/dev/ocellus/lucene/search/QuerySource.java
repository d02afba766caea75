package dev.ocellus.lucene.search;

import dev.ocellus.fusion.Likeness;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.PhotoLayout;
import dev.ocellus.lucene.syntax.LikedPhoto;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.List;

/** What {@link HybridCompiler} asks of where photos are searched. Asked by one thread. */
public interface QuerySource {

  /** Where the index holds what is read of photos. */
  PhotoLayout layout();

  /** Length of the index's image vectors. */
  int dimension();

  /** The words by which captions are searched for a text. */
  List<LemmaGroup> words(QueryText text) throws IOException;

  /** A text's vectors, by the encoder that made those of the index. */
  EncodedText encode(QueryText text) throws IOException;

  /** {@link dev.ocellus.lucene.text.ReferenceTexts#mean} of that encoder. */
  float[] meanText() throws IOException;

  /**
   * The image vector of a photo, of unit length.
   *
   * @throws QueryException if there is no such photo
   */
  float[] photo(LikedPhoto photo) throws IOException;

  /** From cosines of pictures to probabilities. */
  Likeness likeness();
}
