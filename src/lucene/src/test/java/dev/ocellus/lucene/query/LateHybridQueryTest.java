package dev.ocellus.lucene.query;

import static dev.ocellus.lucene.SmallCollection.photo;
import static dev.ocellus.lucene.SmallCollection.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.junit.jupiter.api.Test;

/** A collection on two shards, whose statistics are summed as a cluster does. */
class LateHybridQueryTest {

  /** "leaves" has the lemmas leaf and leave, of which each shard has one. */
  private static final IndexedPhoto[] FIRST = {captioned("1", "a leaf"), captioned("2", "a dog")};

  private static final IndexedPhoto[] SECOND = {
    captioned("3", "they leave"), captioned("4", "they leave a dog"), captioned("5", "a cat")
  };

  private static IndexedPhoto captioned(String id, String caption) {
    return photo(id, vector(1, 0, 0, 0), List.of(caption), List.of(vector(0, 1, 0, 0)));
  }

  private static HybridQuery query(String text) {
    List<LemmaGroup> words =
        LemmaGroup.of(SmallCollection.ANALYZER.analyzer(), PhotoSchema.CAPTION, text, 9);
    return new HybridQuery(
        words, EncodedText.of(vector(1, 0, 0, 0)), new SingleFeature(Feature.BM25));
  }

  /** The statistics that shards told of. */
  private static final class Statistics {

    private final Map<Term, TermStatistics> terms = new HashMap<>();
    private final Map<String, CollectionStatistics> fields = new HashMap<>();

    void add(Statistics other) {
      other.terms.forEach(
          (term, more) ->
              terms.merge(
                  term,
                  more,
                  (a, b) ->
                      new TermStatistics(
                          a.term(),
                          a.docFreq() + b.docFreq(),
                          a.totalTermFreq() + b.totalTermFreq())));
      other.fields.forEach(
          (field, more) ->
              fields.merge(
                  field,
                  more,
                  (a, b) ->
                      new CollectionStatistics(
                          field,
                          a.maxDoc() + b.maxDoc(),
                          a.docCount() + b.docCount(),
                          a.sumTotalTermFreq() + b.sumTotalTermFreq(),
                          a.sumDocFreq() + b.sumDocFreq())));
    }
  }

  /** Records the statistics that a query asks for on one shard. */
  private static final class RecordingSearcher extends IndexSearcher {

    private final Statistics asked = new Statistics();

    RecordingSearcher(IndexReader reader) {
      super(reader);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
        throws IOException {
      TermStatistics own = super.termStatistics(term, docFreq, totalTermFreq);
      if (getIndexReader().docFreq(term) > 0) {
        asked.terms.put(term, own);
      }
      return own;
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
      CollectionStatistics own = super.collectionStatistics(field);
      asked.fields.put(field, own);
      return own;
    }
  }

  /** Answers with the statistics of all shards. */
  private static final class KnowingSearcher extends IndexSearcher {

    private final Statistics whole;

    KnowingSearcher(IndexReader reader, Statistics whole) {
      super(reader);
      this.whole = whole;
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
        throws IOException {
      return whole.terms.getOrDefault(term, super.termStatistics(term, docFreq, totalTermFreq));
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
      return whole.fields.getOrDefault(field, super.collectionStatistics(field));
    }
  }

  private static Map<String, Float> scores(SmallCollection photos, IndexSearcher in, Query query)
      throws IOException {
    Map<String, Float> scores = new TreeMap<>();
    for (ScoreDoc hit : in.search(query, 9).scoreDocs) {
      scores.put(photos.id(hit.doc), hit.score);
    }
    return scores;
  }

  @Test
  void shardsThatKnowTheWholesStatisticsScoreAsTheWhole() throws IOException {
    IndexedPhoto[] both = new IndexedPhoto[FIRST.length + SECOND.length];
    System.arraycopy(FIRST, 0, both, 0, FIRST.length);
    System.arraycopy(SECOND, 0, both, FIRST.length, SECOND.length);
    for (String text : List.of("leaves", "dog", "leaves dog", "leaves unicorn")) {
      HybridQuery query = query(text);
      try (SmallCollection whole = new SmallCollection(false, both);
          SmallCollection first = new SmallCollection(false, FIRST);
          SmallCollection second = new SmallCollection(false, SECOND)) {
        Query late = new LateHybridQuery(query, searcher -> searcher);
        Statistics statistics = new Statistics();
        List<SmallCollection> shards = List.of(first, second);
        for (SmallCollection shard : shards) {
          RecordingSearcher recording = new RecordingSearcher(shard.searcher().getIndexReader());
          recording.createWeight(recording.rewrite(late), ScoreMode.COMPLETE, 1);
          statistics.add(recording.asked);
        }
        Map<String, Float> merged = new TreeMap<>();
        for (SmallCollection shard : shards) {
          IndexReader reader = shard.searcher().getIndexReader();
          merged.putAll(scores(shard, new KnowingSearcher(reader, statistics), late));
        }
        Map<String, Float> expected = scores(whole, whole.searcher(), query);
        assertEquals(expected.keySet(), merged.keySet(), text);
        expected.forEach((id, score) -> assertEquals(score, merged.get(id), text + id));
      }
    }
  }

  @Test
  void candidatesAreLookedForWhenSearchedNotWhenRewritten() throws IOException {
    try (SmallCollection photos = SmallCollection.ofThree()) {
      LateHybridQuery late = new LateHybridQuery(query("dog"), searcher -> searcher);
      IndexSearcher searcher = photos.searcher();
      assertEquals(late, searcher.rewrite(late));
      assertEquals(scores(photos, searcher, query("dog")), scores(photos, searcher, late));
      Explanation explained = searcher.explain(late, photos.document("dog.jpg"));
      assertEquals(scores(photos, searcher, late).get("dog.jpg"), explained.getValue());
      int caption = photos.document("dog.jpg") - 1;
      assertFalse(searcher.explain(late, caption).isMatch());
    }
  }

  @Test
  void itsWordsAndFilterCanBeSeen() {
    Query filter = new TermQuery(new Term("tag", "sea"));
    Set<Term> terms = new HashSet<>();
    new LateHybridQuery(query("dogs leaves").withFilter(filter), searcher -> searcher)
        .visit(QueryVisitor.termCollector(terms));
    assertTrue(terms.contains(new Term(PhotoSchema.CAPTION, "dog")), terms.toString());
    assertTrue(terms.contains(new Term(PhotoSchema.CAPTION, "leaf")), terms.toString());
    assertTrue(terms.contains(new Term("tag", "sea")), terms.toString());
  }
}
