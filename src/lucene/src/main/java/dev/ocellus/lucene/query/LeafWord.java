package dev.ocellus.lucene.query;

import dev.ocellus.lucene.query.FeatureExtractor.Word;
import dev.ocellus.lucene.query.FeatureExtractor.Worth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.jspecify.annotations.Nullable;

/** One word of a query in one segment. Reads forward only. Used by one thread. */
final class LeafWord {

  private final float idf;
  private final @Nullable Scorer scorer;
  private final List<Stand> worths = new ArrayList<>();

  /** Documents that have lemmas which stand for the word, and how much of it they cover. */
  private record Stand(float idf, DocIdSetIterator documents) {}

  private LeafWord(float idf, @Nullable Scorer scorer) {
    this.idf = idf;
    this.scorer = scorer;
  }

  static LeafWord of(LeafReaderContext leaf, Word word) throws IOException {
    LeafWord inLeaf = new LeafWord(word.idf(), word.weight().scorer(leaf));
    for (Worth worth : word.worths()) {
      Scorer matching = worth.matching().scorer(leaf);
      if (matching != null) {
        inLeaf.worths.add(new Stand(worth.idf(), matching.iterator()));
      }
    }
    return inLeaf;
  }

  /** Its weight in the query. */
  float idf() {
    return idf;
  }

  /** How much of its weight a photo's captions cover: all with the word itself, 0 without any. */
  float covered(int doc) throws IOException {
    if (scorer == null || !isAt(scorer.iterator(), doc)) {
      return 0;
    }
    for (Stand worth : worths) {
      if (isAt(worth.documents(), doc)) {
        return worth.idf();
      }
    }
    return idf;
  }

  /** BM25, of the photo that was last asked for and covers some of the word. */
  float bm25() throws IOException {
    return scorer == null ? 0 : scorer.score();
  }

  private static boolean isAt(DocIdSetIterator documents, int doc) throws IOException {
    return (documents.docID() < doc ? documents.advance(doc) : documents.docID()) == doc;
  }
}
