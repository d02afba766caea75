package dev.ocellus.lucene.suggest;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.policy.Action;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** The captions that may be shown: those of photos that no content policy blocks. */
final class VisibleCaptions {

  private static final Query VISIBLE =
      new BooleanQuery.Builder()
          .add(PhotoSchema.PHOTOS, Occur.FILTER)
          .add(
              new TermQuery(new Term(PhotoSchema.POLICY_ACTION, Action.BLOCK.key())),
              Occur.MUST_NOT)
          .build();

  /** Receives a photo's captions. */
  interface Visitor {
    void photo(List<String> captions);
  }

  private VisibleCaptions() {}

  static void forEach(IndexReader reader, Visitor visitor) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    // Not worth a place in the cache that searches share.
    searcher.setQueryCache(null);
    Weight weight =
        searcher.createWeight(searcher.rewrite(VISIBLE), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        forEach(leaf, scorer.iterator(), visitor);
      }
    }
  }

  private static void forEach(LeafReaderContext leaf, DocIdSetIterator photos, Visitor visitor)
      throws IOException {
    StoredFields stored = leaf.reader().storedFields();
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = photos.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = photos.nextDoc()) {
      if (live == null || live.get(doc)) {
        Document photo = stored.document(doc, Set.of(PhotoSchema.CAPTION));
        visitor.photo(List.of(photo.getValues(PhotoSchema.CAPTION)));
      }
    }
  }
}
