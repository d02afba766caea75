package dev.ocellus.lucene.query;

import static dev.ocellus.lucene.SmallCollection.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

class HybridQueryTest {

  private static final float[] VECTOR = vector(.6f, .8f, 0, 0);

  /** log-odds = 2 image + 3 bm25 - 1, for photos with and without captions. */
  private static final FusionModel FUSION =
      new LogisticFusion(
          List.of(
              new Regime(
                  "all",
                  List.of(Feature.IMAGE_COSINE),
                  -1,
                  List.of(
                      FeatureCurve.line(Feature.IMAGE_COSINE, 2),
                      FeatureCurve.line(Feature.BM25, 3)))));

  private static HybridQuery query(String text, FusionModel model) {
    List<LemmaGroup> words =
        LemmaGroup.of(
            SmallCollection.ANALYZER.analyzer(), PhotoSchema.CAPTION, text, Integer.MAX_VALUE);
    return new HybridQuery(words, EncodedText.of(VECTOR), model);
  }

  private static Map<String, Float> scores(SmallCollection collection, Query query)
      throws IOException {
    Map<String, Float> scores = new LinkedHashMap<>();
    for (ScoreDoc hit : collection.searcher().search(query, 10).scoreDocs) {
      scores.put(collection.id(hit.doc), hit.score);
    }
    return scores;
  }

  private static double sigmoid(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /**
   * Image cosines: dog .6, geese .36 + .64 = 1, bare 0. BM25 share of the dog photo: its one query
   * word occurs once; captions have 2 and 5 words ("a" and "on" are stop words), 3.5 on average; 1
   * / (1 + 1.2 (.25 + .75 * 2 / 3.5)) = .551181, the idf cancels out.
   */
  @Test
  void everyPhotoGetsTheScoreThatItsFeaturesGive() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree()) {
      Map<String, Float> scores = scores(collection, query("dogs", FUSION));

      assertEquals(List.of("dog.jpg", "geese.jpg", "bare.jpg"), List.copyOf(scores.keySet()));
      assertEquals(sigmoid(2 * .6 + 3 * .551181 - 1), scores.get("dog.jpg"), 1e-5);
      assertEquals(sigmoid(2 * 1 - 1), scores.get("geese.jpg"), 1e-5);
      assertEquals(sigmoid(-1), scores.get("bare.jpg"), 1e-5);
    }
  }

  @Test
  void aScoreDoesNotDependOnWhatElseWasFound() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree()) {
      Map<String, Float> all = scores(collection, query("dogs", FUSION));
      for (CandidateSource source : CandidateSource.values()) {
        HybridQuery narrow = query("dogs", FUSION).withSources(Set.of(source)).withWindow(1);
        Map<String, Float> one = scores(collection, narrow);
        assertEquals(1, one.size(), source + " gives its best one");
        one.forEach((id, score) -> assertEquals(all.get(id), score, source + " found " + id));
      }
    }
  }

  @Test
  void segmentsAndDeletedPhotosChangeNoScore() throws IOException {
    try (SmallCollection one = SmallCollection.ofThree();
        SmallCollection many =
            new SmallCollection(
                true, SmallCollection.DOG, SmallCollection.GEESE, SmallCollection.BARE)) {
      FusionModel image = new SingleFeature(Feature.IMAGE_COSINE);
      assertEquals(scores(one, query("dogs", image)), scores(many, query("dogs", image)));
      FusionModel captions = new SingleFeature(Feature.CAPTION_COSINE_MAX);
      assertEquals(scores(one, query("dogs", captions)), scores(many, query("dogs", captions)));
    }
  }

  @Test
  void eachSourceFindsItsOwn() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree()) {
      HybridQuery geese = query("goose", FUSION);
      assertEquals(
          Set.of("geese.jpg"),
          scores(collection, geese.withSources(Set.of(CandidateSource.WORDS))).keySet());
      assertEquals(
          Set.of("dog.jpg", "geese.jpg"),
          scores(collection, geese.withSources(Set.of(CandidateSource.CAPTIONS))).keySet());
      assertEquals(
          Set.of("dog.jpg", "geese.jpg", "bare.jpg"),
          scores(collection, geese.withSources(Set.of(CandidateSource.IMAGE))).keySet());
    }
  }

  @Test
  void aFilterHoldsForEverySource() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree()) {
      Query filter = new TermQuery(new Term(PhotoSchema.ID, "geese.jpg"));
      HybridQuery filtered = query("dogs", FUSION).withFilter(filter);
      assertEquals(Set.of("geese.jpg"), scores(collection, filtered).keySet());
      assertEquals(
          scores(collection, query("dogs", FUSION)).get("geese.jpg"),
          scores(collection, filtered).get("geese.jpg"));
    }
  }

  @Test
  void anExplanationHasTheScoreAndEveryFeature() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree()) {
      IndexSearcher searcher = collection.searcher();
      Query query = query("dogs", FUSION);
      for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
        Explanation explanation = searcher.explain(query, hit.doc);
        assertTrue(explanation.isMatch());
        assertEquals(hit.score, explanation.getValue().floatValue());
        assertEquals(Feature.values().length, explanation.getDetails().length);
        assertEquals(
            "logistic, regime all: log-odds -1.0000 and those of", explanation.getDescription());
      }
    }
  }

  /** Image cosine .6 at a slope of 2. */
  @Test
  void anExplanationTellsWhatEachFeatureAdds() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree()) {
      IndexSearcher searcher = collection.searcher();
      Query query = query("dogs", FUSION);
      int dog = searcher.search(query, 1).scoreDocs[0].doc;
      Explanation image = searcher.explain(query, dog).getDetails()[0];
      assertEquals("image, log-odds 1.2000", image.getDescription());
      assertEquals(.6, image.getValue().doubleValue(), 1e-6);
    }
  }

  @Test
  void luceneSortsAndBoostsIt() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree()) {
      Query query = query("dogs", FUSION);
      float plain = scores(collection, query).get("dog.jpg");
      assertEquals(plain / 2, scores(collection, new BoostQuery(query, .5f)).get("dog.jpg"), 1e-6);
      Sort byWidth =
          new Sort(
              LongField.newSortField(PhotoSchema.WIDTH, false, SortedNumericSelector.Type.MIN));
      assertEquals(3, collection.searcher().search(query, 10, byWidth).scoreDocs.length);
      assertEquals(3, collection.searcher().count(query));
    }
  }

  @Test
  void anEmptyIndexAnswersWithNothing() throws IOException {
    try (SmallCollection empty = new SmallCollection(false)) {
      assertEquals(0, empty.searcher().count(query("dogs", FUSION)));
    }
  }

  @Test
  void queriesAreValues() {
    HybridQuery query = query("dogs", FUSION);
    assertEquals(query, query("dog", FUSION));
    assertEquals(query.hashCode(), query("dog", FUSION).hashCode());
    assertNotEquals(query, query("goose", FUSION));
    assertNotEquals(query, query.withWindow(3));
    assertNotEquals(query, query.withSources(EnumSet.of(CandidateSource.IMAGE)));
    assertNotEquals(query, query.withFilter(PhotoSchema.PHOTOS));
    assertNotEquals(query, query("dogs", new SingleFeature(Feature.BM25)));
    assertThrows(IllegalArgumentException.class, () -> query.withWindow(0));
    assertThrows(IllegalArgumentException.class, () -> query.withSources(Set.of()));
  }
}
