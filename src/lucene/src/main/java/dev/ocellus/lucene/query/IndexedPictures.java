package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Photos of an index by their ids, to search for others like them. */
public final class IndexedPictures {

  private final IndexSearcher searcher;
  private final PhotoLayout layout;

  /** Of the indexes that this product writes. */
  public IndexedPictures(IndexSearcher searcher) {
    this(searcher, PhotoLayout.EMBEDDED);
  }

  /**
   * @param layout where the searcher's index holds what is read of photos
   */
  public IndexedPictures(IndexSearcher searcher, PhotoLayout layout) {
    this.searcher = searcher;
    this.layout = layout;
  }

  /** The photo's document number, or -1 if the index has no such photo. */
  public int document(String id) throws IOException {
    ScoreDoc[] hits = searcher.search(layout.photo(id), 1).scoreDocs;
    return hits.length == 0 ? -1 : hits[0].doc;
  }

  /** The photo's image vector, of unit length, or null if the index has no such photo. */
  public float @Nullable [] vector(String id) throws IOException {
    int document = document(id);
    if (document < 0) {
      return null;
    }
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    LeafVectors images = LeafVectors.of(leaf, layout.imageVector());
    float[] vector = images == null ? null : images.of(document - leaf.docBase);
    return vector == null ? null : vector.clone();
  }
}
