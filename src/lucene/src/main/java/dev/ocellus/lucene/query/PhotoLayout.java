package dev.ocellus.lucene.query;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;

/**
 * Where an index holds what a {@link HybridQuery} reads of photos. A photo is a block of documents
 * as {@link dev.ocellus.lucene.PhotoSchema} says: a child for every caption, in the captions'
 * order, then the photo. A value: equal where fields and photos are.
 */
public interface PhotoLayout {

  /** That of the indexes that this product writes: {@link dev.ocellus.lucene.PhotoSchema}. */
  PhotoLayout EMBEDDED = new EmbeddedLayout();

  /** Field of a photo's captions: text with frequencies. */
  String caption();

  /** Field of a photo's vector: unit floats. */
  String imageVector();

  /**
   * Field of how near a photo is to texts at large: sorted numeric doc values, one a photo, as
   * {@link org.apache.lucene.util.NumericUtils#floatToSortableInt} writes floats.
   */
  String imageHubness();

  /** Field of a caption's vector: unit floats. */
  String captionVector();

  /** Field of a caption's tokens: binary doc values. */
  String captionTokens();

  /** Field of a caption's subjects: sorted numeric doc values, one a caption, a bit a subject. */
  String captionSubjects();

  /** Matches the photos, not their captions. */
  Query photos();

  /** The last documents of the blocks: the photos. */
  BitSetProducer parents();

  /** Matches the photo of this id, not its captions; nothing if there is none. */
  Query photo(String id);
}
