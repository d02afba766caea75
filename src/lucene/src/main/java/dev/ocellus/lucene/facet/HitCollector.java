package dev.ocellus.lucene.facet;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;

/** Hands hits that were found before to Lucene's facets, as a search would. */
final class HitCollector {

  private HitCollector() {}

  static FacetsCollector collect(IndexReader reader, List<ScoreDoc> hits) throws IOException {
    int[] documents = hits.stream().mapToInt(hit -> hit.doc).sorted().toArray();
    FacetsCollector collector = new FacetsCollector();
    int next = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafCollector segment = collector.getLeafCollector(leaf);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; next < documents.length && documents[next] < end; next++) {
        segment.collect(documents[next] - leaf.docBase);
      }
      segment.finish();
    }
    return collector;
  }
}
