package dev.ocellus.lucene.search;

/** A picture to search by. */
public sealed interface Picture {

  /**
   * A photo of the index; it is not among the hits.
   *
   * @param id its id
   */
  record Indexed(String id) implements Picture {}

  /**
   * A photo file. The array is not copied.
   *
   * @param bytes the whole file, of any format that can be indexed
   * @param name what messages call it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Photo(byte[] bytes, String name) implements Picture {}
}
