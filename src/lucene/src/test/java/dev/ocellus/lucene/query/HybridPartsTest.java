package dev.ocellus.lucene.query;

import static dev.ocellus.lucene.SmallCollection.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.Likeness;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.WordWeight;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scores of queries of several parts, by hand, over the photos of {@link SmallCollection}. */
class HybridPartsTest {

  /** log-odds = 2 image + 3 bm25 - 1 with a picture, 3 bm25 - 2 without. */
  private static final FusionModel FUSION =
      new LogisticFusion(
          List.of(
              new Regime(
                  "picture",
                  List.of(Feature.IMAGE_COSINE),
                  -1,
                  List.of(
                      FeatureCurve.line(Feature.IMAGE_COSINE, 2),
                      FeatureCurve.line(Feature.BM25, 3))),
              new Regime(
                  "words",
                  List.of(Feature.BM25),
                  -2,
                  List.of(FeatureCurve.line(Feature.BM25, 3)))));

  private static final Likeness LIKENESS = new Likeness(4, -2, "by hand", 1, 0);

  /** Image cosines: dog .6, geese 1, bare 0. */
  private static final float[] VECTOR = vector(.6f, .8f, 0, 0);

  /** Image cosines: dog 0, geese 0, bare 1. */
  private static final float[] NIGHT = vector(0, 0, 0, 1);

  /** BM25 share of the dog photo's "dog"; HybridQueryTest derives it. */
  private static final double BM25 = .551181;

  private static SmallCollection collection;

  @BeforeAll
  static void open() throws IOException {
    collection = SmallCollection.ofThree();
  }

  @AfterAll
  static void close() throws IOException {
    collection.close();
  }

  private static TextPart part(String text, float[] vector, PartEvidence evidence) {
    List<LemmaGroup> words =
        LemmaGroup.of(SmallCollection.ANALYZER.analyzer(), PhotoSchema.CAPTION, text, 10);
    return new TextPart(words, EncodedText.of(vector), evidence);
  }

  private static final TextPart DOGS = part("dogs", VECTOR, PartEvidence.BOTH);
  private static final TextPart AT_NIGHT = part("night", NIGHT, PartEvidence.BOTH);

  private static HybridQueryBuilder want(QueryPart... parts) {
    HybridQueryBuilder query = HybridQuery.builder(FUSION);
    List.of(parts).forEach(query::want);
    return query;
  }

  private static Map<String, Float> scores(Query query) throws IOException {
    Map<String, Float> scores = new LinkedHashMap<>();
    for (ScoreDoc hit : collection.searcher().search(query, 10).scoreDocs) {
      scores.put(collection.id(hit.doc), hit.score);
    }
    return scores;
  }

  private static double sigmoid(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static void assertScores(Query query, double dog, double geese, double bare)
      throws IOException {
    Map<String, Float> scores = scores(query);
    assertEquals(dog, scores.get("dog.jpg"), 1e-5, "dog");
    assertEquals(geese, scores.get("geese.jpg"), 1e-5, "geese");
    assertEquals(bare, scores.get("bare.jpg"), 1e-5, "bare");
  }

  @Test
  void aPhotoShouldFitAllWantedParts() throws IOException {
    assertScores(
        want(DOGS, AT_NIGHT).build(),
        sigmoid(2 * .6 + 3 * BM25 - 1) * sigmoid(-1),
        sigmoid(2 - 1) * sigmoid(-1),
        sigmoid(-1) * sigmoid(2 - 1));
  }

  @Test
  void oneTextAloneScoresAsTheFusionDoes() throws IOException {
    HybridQuery plain = new HybridQuery(DOGS.words(), DOGS.text(), FUSION);
    assertEquals(plain, want(DOGS).build());
    assertEquals(scores(plain), scores(want(DOGS).build()));
  }

  @Test
  void whatIsShownIsJudgedByThePictureAlone() throws IOException {
    HybridQuery shown = want(part("dogs", VECTOR, PartEvidence.PICTURE)).build();
    assertScores(shown, sigmoid(2 * .6 - 1), sigmoid(2 - 1), sigmoid(-1));
  }

  @Test
  void whatIsSaidIsJudgedByTheCaptionsAlone() throws IOException {
    HybridQuery said = want(part("dogs", VECTOR, PartEvidence.CAPTIONS)).build();
    Map<String, Float> scores = scores(said);
    assertEquals(sigmoid(3 * BM25 - 2), scores.get("dog.jpg"), 1e-5);
    assertEquals(sigmoid(-2), scores.get("geese.jpg"), 1e-5);
    assertFalse(scores.containsKey("bare.jpg"), "nothing is said of it");
  }

  /** Wanted: log-odds 2 image - 1; unwanted: P' of the same kind, its odds times 20. */
  @Test
  void whatLooksUnwantedIsPushedDownButNotDropped() throws IOException {
    HybridQuery query =
        want(part("", VECTOR, PartEvidence.PICTURE))
            .unwant(part("", vector(1, 0, 0, 0), PartEvidence.PICTURE))
            .build();
    double dog = 1 / (1 + 20 * Math.exp(2 - 1));
    double geese = 1 / (1 + 20 * Math.exp(2 * .6 - 1));
    double bare = 1 / (1 + 20 * Math.exp(-1));
    assertScores(query, sigmoid(2 * .6 - 1) * dog, sigmoid(2 - 1) * geese, sigmoid(-1) * bare);
  }

  @Test
  void photosLikeOneAreFoundByTheirPictures() throws IOException {
    HybridQuery query = want(LikePart.of(vector(1, 0, 0, 0), LIKENESS)).build();
    assertScores(query, sigmoid(4 - 2), sigmoid(4 * .6 - 2), sigmoid(-2));
    Map<String, Float> others = scores(query.toBuilder().exclude("dog.jpg").build());
    assertEquals(Set.of("geese.jpg", "bare.jpg"), others.keySet());
    assertEquals(sigmoid(4 * .6 - 2), others.get("geese.jpg"), 1e-5);
  }

  @Test
  void theExcludedPhotoTakesNoPlaceInTheWindow() throws IOException {
    HybridQuery query =
        want(LikePart.of(vector(1, 0, 0, 0), LIKENESS)).exclude("dog.jpg").window(1).build();
    assertEquals(Set.of("geese.jpg"), scores(query).keySet());
  }

  @Test
  void aTextAndPicturesAreMixedInLogOdds() throws IOException {
    LikePart like = LikePart.of(vector(1, 0, 0, 0), LIKENESS);
    assertScores(
        want(new MixedPart(DOGS, like, .25)).build(),
        sigmoid(.75 * (2 * .6 + 3 * BM25 - 1) + .25 * (4 - 2)),
        sigmoid(.75 * (2 - 1) + .25 * (4 * .6 - 2)),
        sigmoid(.75 * -1 + .25 * -2));
    assertThrows(IllegalArgumentException.class, () -> new MixedPart(DOGS, like, 0));
    assertThrows(IllegalArgumentException.class, () -> new MixedPart(DOGS, like, 1));
  }

  /** Both words' idf is that of one photo in two, so the weights alone decide. */
  @Test
  void weightsCountInWords() throws IOException {
    List<LemmaGroup> words =
        LemmaGroup.of(
            SmallCollection.ANALYZER.analyzer(),
            PhotoSchema.CAPTION,
            "dog unicorn",
            List.of(new WordWeight(0, 3, 3)),
            10);
    assertEquals(List.of(3f, 1f), words.stream().map(LemmaGroup::weight).toList());
    HybridQuery query = new HybridQuery(words, EncodedText.of(VECTOR), FUSION);
    PartScore dog = new HybridScorer(collection.searcher(), query).parts(1).getFirst();
    assertEquals(.75, dog.features().get(Feature.IDF_COVERAGE), 1e-6);
    assertEquals(.75 * BM25, dog.features().get(Feature.BM25), 1e-5);
    assertEquals(Math.log(2), dog.features().get(Feature.MISSING_IDF), 1e-6);
    assertThrows(IllegalArgumentException.class, () -> new LemmaGroup(List.of("dog"), 0));
    assertThrows(IllegalArgumentException.class, () -> new LemmaGroup(List.of("dog"), Float.NaN));
  }

  private static List<HybridQuery> allKinds() {
    LikePart like = LikePart.of(vector(0, 1, 0, 0), LIKENESS);
    return List.of(
        want(DOGS, AT_NIGHT).build(),
        want(DOGS).unwant(AT_NIGHT).build(),
        want(like).build(),
        want(like, part("dogs", VECTOR, PartEvidence.CAPTIONS)).unwant(AT_NIGHT).build(),
        want(new MixedPart(DOGS, like, .3)).build(),
        want(part("geese", NIGHT, PartEvidence.PICTURE), DOGS).unwant(DOGS).build());
  }

  @Test
  void explanationsHaveTheScoreToTheBitAndMultiplyToIt() throws IOException {
    IndexSearcher searcher = collection.searcher();
    for (HybridQuery hybrid : allKinds()) {
      for (Query query : List.of(hybrid, new BoostQuery(hybrid, .7f))) {
        for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
          Explanation explanation = searcher.explain(query, hit.doc);
          assertTrue(explanation.isMatch(), query.toString());
          assertEquals(hit.score, explanation.getValue().floatValue(), query.toString());
        }
      }
      for (ScoreDoc hit : searcher.search(hybrid, 10).scoreDocs) {
        double product = 1;
        for (PartScore part : new HybridScorer(searcher, hybrid).parts(hit.doc)) {
          product *= part.factor();
        }
        assertEquals(hit.score, (float) product, hybrid.toString());
      }
    }
  }

  @Test
  void everyScoreIsFromZeroToOneAndTheSameWhateverElseIsFound() throws IOException {
    for (HybridQuery query : allKinds()) {
      Map<String, Float> all = scores(query);
      assertTrue(all.values().stream().allMatch(s -> s >= 0 && s <= 1), all.toString());
      for (HybridQuery narrow :
          List.of(
              query.withWindow(1),
              query.withFilter(new TermQuery(new Term(PhotoSchema.ID, "geese.jpg"))))) {
        scores(narrow).forEach((id, score) -> assertEquals(all.get(id), score, id));
      }
      assertTrue(all.size() <= query.mostCandidates());
    }
  }

  @Test
  void queriesOfPartsAreValues() {
    List<HybridQuery> once = allKinds();
    List<HybridQuery> again = allKinds();
    for (int i = 0; i < once.size(); i++) {
      assertEquals(once.get(i), again.get(i));
      assertEquals(once.get(i).hashCode(), again.get(i).hashCode());
      assertNotEquals(once.get(i), once.get((i + 1) % once.size()));
      assertNotEquals(once.get(i), once.get(i).toBuilder().exclude("dog.jpg").build());
    }
    assertThrows(
        IllegalArgumentException.class, () -> HybridQuery.builder(FUSION).unwant(DOGS).build());
  }
}
