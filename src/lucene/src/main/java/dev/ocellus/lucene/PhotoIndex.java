package dev.ocellus.lucene;

import dev.ocellus.encode.Encoder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An index of photos, open for searching. Safe for use by several threads, and while another
 * thread or process indexes: every search sees the last commit.
 */
public final class PhotoIndex implements AutoCloseable {

  private PhotoIndex() {}

  /**
   * Opens an index with the encoder that it was built with, which is loaded at the first search.
   *
   * @throws IndexException if there is no index
   * @throws dev.ocellus.encode.ModelException at the first search, if that encoder is not at hand
   */
  public static PhotoIndex open(Path index) throws IOException {
    throw new IndexException("no index at " + index);
  }

  /**
   * Opens an index with an encoder of the caller's, which the caller closes.
   *
   * @throws IndexException if the index was built with another encoder
   */
  public static PhotoIndex open(Path index, Encoder encoder) throws IOException {
    throw new IndexException("no index at " + index + " of " + encoder.modelId());
  }

  /** The five best photos for a description. */
  public SearchResponse search(String text) throws IOException {
    return search(SearchRequest.of(text));
  }

  /**
   * Searches.
   *
   * @throws QueryException if the query is empty or too long
   */
  public SearchResponse search(SearchRequest request) throws IOException {
    throw new QueryException("no index for " + request);
  }

  /** What the index holds; needs no encoder. */
  public IndexInfo info() throws IOException {
    throw new IndexException("no index");
  }

  @Override
  public void close() throws IOException {}
}
