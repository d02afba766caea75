package dev.ocellus.lucene.evaluate;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.query.FeatureExtractor;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LeafFeatures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;

/**
 * The photos of a collection, and their features for any query, whether they are candidates or not.
 */
final class PhotoFeatures {

  private final IndexSearcher searcher;
  private final int[] documents;

  /** All photos. */
  PhotoFeatures(IndexSearcher searcher) throws IOException {
    this(searcher, PhotoSchema.PHOTOS);
  }

  /**
   * @param photos matches photos alone
   */
  PhotoFeatures(IndexSearcher searcher, Query photos) throws IOException {
    this.searcher = searcher;
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    this.documents =
        Arrays.stream(searcher.search(photos, most, Sort.INDEXORDER).scoreDocs)
            .mapToInt(hit -> hit.doc)
            .toArray();
  }

  /** Document numbers of the photos, ascending. */
  int[] documents() {
    return documents;
  }

  /** The document of the photo of this id, or -1. */
  int find(String id) throws IOException {
    Query photo =
        new BooleanQuery.Builder()
            .add(PhotoSchema.PHOTOS, Occur.FILTER)
            .add(new TermQuery(new Term(PhotoSchema.ID, id)), Occur.FILTER)
            .build();
    ScoreDoc[] hits = searcher.search(photo, 1).scoreDocs;
    return hits.length == 0 ? -1 : hits[0].doc;
  }

  /**
   * @param ascending document numbers of photos
   * @return one feature vector each
   */
  List<float[]> of(HybridQuery query, int[] ascending) throws IOException {
    FeatureExtractor extractor = new FeatureExtractor(searcher, query);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    List<float[]> features = new ArrayList<>();
    LeafFeatures inLeaf = null;
    int lastLeaf = -1;
    for (int document : ascending) {
      int leaf = ReaderUtil.subIndex(document, leaves);
      if (inLeaf == null || leaf != lastLeaf) {
        inLeaf = extractor.leaf(leaves.get(leaf));
        lastLeaf = leaf;
      }
      features.add(inLeaf.extract(document - leaves.get(leaf).docBase).clone());
    }
    return features;
  }
}
