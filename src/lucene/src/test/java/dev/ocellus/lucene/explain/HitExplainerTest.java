package dev.ocellus.lucene.explain;

import static dev.ocellus.lucene.SmallCollection.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.Likeness;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.LikePart;
import dev.ocellus.lucene.query.MixedPart;
import dev.ocellus.lucene.query.PartEvidence;
import dev.ocellus.lucene.query.TextPart;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;

/** Explanations of three photos, derived by hand. */
class HitExplainerTest {

  /** "a child and a dog", "the dog": image cosine .6 with the query, captions .8 and 0. */
  private static final IndexedPhoto PLAY =
      photo(
          "play.jpg",
          vector(1, 0, 0, 0),
          .3f,
          List.of("a child and a dog", "the dog"),
          List.of(
              new EncodedCaption(
                  vector(0, 0, 1, 0), null, Set.of(Subject.PERSON, Subject.CHILD, Subject.DOG)),
              new EncodedCaption(vector(0, 1, 0, 0), null, Set.of(Subject.DOG))));

  /** "leaves": image cosine 0. */
  private static final IndexedPhoto LEAVES =
      photo(
          "leaves.jpg",
          vector(0, 0, 0, 1),
          .2f,
          List.of("leaves"),
          List.of(EncodedCaption.of(vector(0, 0, 0, 1))));

  private static final IndexedPhoto BARE =
      photo("bare.jpg", vector(.6f, .8f, 0, 0), .5f, List.of(), List.of());

  private static final FusionModel FUSION =
      new LogisticFusion(
          List.of(
              new Regime(
                  "image+words",
                  List.of(Feature.IMAGE_COSINE, Feature.IDF_COVERAGE),
                  -1,
                  List.of(
                      FeatureCurve.line(Feature.IMAGE_COSINE, 2),
                      FeatureCurve.line(Feature.IDF_COVERAGE, 3))),
              new Regime(
                  "image",
                  List.of(Feature.IMAGE_COSINE),
                  -2,
                  List.of(FeatureCurve.line(Feature.IMAGE_COSINE, 4)))));

  private static IndexedPhoto photo(
      String id,
      float[] image,
      float hubness,
      List<String> captions,
      List<EncodedCaption> encodedCaptions) {
    return new IndexedPhoto(
        id,
        "0".repeat(64),
        new IndexedPhoto.Picture(image, hubness, 7, 640, 480, null),
        captions,
        encodedCaptions);
  }

  /** A query about dogs and women. */
  private static HybridQuery query(String text, FusionModel model) {
    float[] vector = vector(.6f, .8f, 0, 0);
    return new HybridQuery(
        LemmaGroup.of(SmallCollection.ANALYZER.analyzer(), PhotoSchema.CAPTION, text, 256),
        new EncodedText(
            vector, vector, null, Set.of(Subject.DOG, Subject.FEMALE), List.of(), List.of()),
        model);
  }

  private static TextExplanation explain(String text, String id, FusionModel model)
      throws IOException {
    try (SmallCollection collection = new SmallCollection(false, PLAY, LEAVES, BARE)) {
      IndexSearcher searcher = collection.searcher();
      HitExplanation hit =
          new HitExplainer(searcher, query(text, model)).explain(collection.document(id));
      PartExplanation part = hit.parts().getFirst();
      assertTrue(part.wanted());
      assertEquals(hit.score(), part.factor());
      TextExplanation explanation = part.text();
      assertEquals(hit.score(), explanation == null ? -1 : explanation.probability());
      return explanation;
    }
  }

  private static void assertSentence(String expected, TextExplanation text, Feature feature) {
    assertEquals(expected, text.features().get(feature.ordinal()).sentence(), feature.key());
  }

  /** Of four words child and dog are there; each of them and the others is as rare as can be. */
  @Test
  void wordsThatCaptionsCoverAndMissAreNamed() throws IOException {
    TextExplanation text = explain("a child with dogs, a frisbee and leaves", "play.jpg", FUSION);
    assertSentence(
        "captions cover 2 of 4 words; missing: frisbee, leave/leaf", text, Feature.IDF_COVERAGE);
    assertSentence(
        "the rarest missing word is frisbee (inverse document frequency 0.69)",
        text,
        Feature.MISSING_IDF);
    assertSentence("the query has 4 words", text, Feature.QUERY_LENGTH);
  }

  @Test
  void whereNoWordIsMissingItIsSaid() throws IOException {
    TextExplanation two = explain("child dog", "play.jpg", FUSION);
    assertSentence("captions cover all 2 words", two, Feature.IDF_COVERAGE);
    assertSentence("no word is missing", two, Feature.MISSING_IDF);
    TextExplanation one = explain("dogs", "play.jpg", FUSION);
    assertSentence("captions have the word dog", one, Feature.IDF_COVERAGE);
    assertSentence("the query has 1 word", one, Feature.QUERY_LENGTH);
    assertSentence(
        "captions cover 0 of 1 word; missing: dog",
        explain("dogs", "leaves.jpg", FUSION),
        Feature.IDF_COVERAGE);
  }

  @Test
  void manyMissingWordsAreCounted() throws IOException {
    assertSentence(
        "captions cover 1 of 13 words; missing: a1, a2, a3, a4, a5, a6, a7, a8, a9, a10 and 2 more",
        explain("dog a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12", "play.jpg", FUSION),
        Feature.IDF_COVERAGE);
  }

  @Test
  void thePictureIsComparedWithEverydayTexts() throws IOException {
    assertSentence(
        "the picture is nearer to the text (cosine 0.60) than to everyday texts (0.30)",
        explain("dog", "play.jpg", FUSION),
        Feature.IMAGE_COSINE);
    assertSentence(
        "the picture is farther from the text (cosine 0.00) than from everyday texts (0.20)",
        explain("dog", "leaves.jpg", FUSION),
        Feature.IMAGE_COSINE);
  }

  @Test
  void theNearestCaptionIsTold() throws IOException {
    TextExplanation play = explain("dog", "play.jpg", FUSION);
    assertSentence(
        "caption 2 of 2 is the nearest in meaning, at cosine 0.80",
        play,
        Feature.CAPTION_COSINE_MAX);
    assertSentence(
        "the 2 captions' meanings have cosine 0.40 with the text's on average",
        play,
        Feature.CAPTION_COSINE_MEAN);
    assertSentence("the photo has 2 captions", play, Feature.CAPTION_COUNT);
    TextExplanation leaves = explain("dog", "leaves.jpg", FUSION);
    assertSentence(
        "the caption's meaning has cosine 0.00 with the text's",
        leaves,
        Feature.CAPTION_COSINE_MAX);
    assertSentence("one caption has no mean of its own", leaves, Feature.CAPTION_COSINE_MEAN);
  }

  /** The query is about dogs and women; both captions say dog, one child, none a woman. */
  @Test
  void subjectsOfOneSideAloneAreNamed() throws IOException {
    TextExplanation play = explain("dog", "play.jpg", FUSION);
    assertSentence(
        "the query is about women or girls, which 2 of 2 captions do not mention",
        play,
        Feature.SUBJECTS_MISSING);
    assertSentence(
        "1 of 2 captions is about people; 1 of 2 captions is about children; the query is not",
        play,
        Feature.SUBJECTS_EXTRA);
    TextExplanation leaves = explain("dog", "leaves.jpg", FUSION);
    assertSentence(
        "the query is about women or girls, which the caption does not mention; about dogs, which"
            + " the caption does not mention",
        leaves,
        Feature.SUBJECTS_MISSING);
    assertSentence(
        "the captions are about no people and no animals that the query does not mention",
        leaves,
        Feature.SUBJECTS_EXTRA);
  }

  @Test
  void whatIsMissingIsSaidAndHasNoValue() throws IOException {
    TextExplanation bare = explain("dog", "bare.jpg", FUSION);
    for (Feature feature :
        List.of(
            Feature.CAPTION_COSINE_MAX,
            Feature.CAPTION_COSINE_MEAN,
            Feature.BM25,
            Feature.SUBJECTS_EXTRA,
            Feature.TOKEN_RECALL)) {
      assertSentence("the photo has no captions", bare, feature);
      assertNull(bare.features().get(feature.ordinal()).value());
    }
    assertSentence("the photo has no captions", bare, Feature.CAPTION_COUNT);
    TextExplanation play = explain("of the", "play.jpg", FUSION);
    assertSentence("the query has only words that are not searched for", play, Feature.BM25);
    assertSentence("the query has no words", play, Feature.QUERY_LENGTH);
    assertSentence("no vectors of it are known to compare", play, Feature.TOKEN_GAP);
  }

  /** Log-odds: -1, image .6 at 2, and half of the idf at 3. */
  @Test
  void theNumbersAddUp() throws IOException {
    TextExplanation text = explain("dog frisbee", "play.jpg", FUSION);
    assertEquals("image+words", text.regime());
    assertEquals(-1.0, text.intercept());
    assertEquals(1 / (1 + Math.exp(1 - 1.2 - 1.5)), text.probability(), 1e-6);
    assertEquals(
        List.of(Feature.IDF_COVERAGE, Feature.IMAGE_COSINE),
        text.weighed().stream().map(FeatureExplanation::feature).toList());
    assertEquals(0.0, text.features().get(Feature.BM25.ordinal()).logOdds());
  }

  @Test
  void aPhotoWithoutCaptionsIsWeighedByItsOwnRegime() throws IOException {
    TextExplanation text = explain("dog frisbee", "bare.jpg", FUSION);
    assertEquals("image", text.regime());
    assertEquals(1 / (1 + Math.exp(2 - 4)), text.probability(), 1e-6);
  }

  private static TextPart about(String text, PartEvidence evidence) {
    TextPart part = query(text, FUSION).firstText();
    return new TextPart(part.words(), part.text(), evidence);
  }

  @Test
  void whatATextIsNotHeldAgainstIsSaid() throws IOException {
    try (SmallCollection collection = new SmallCollection(false, PLAY)) {
      HybridQuery query =
          HybridQuery.builder(FUSION)
              .want(about("dog", PartEvidence.PICTURE))
              .want(about("dog", PartEvidence.CAPTIONS))
              .build();
      List<PartExplanation> parts =
          new HitExplainer(collection.searcher(), query)
              .explain(collection.document("play.jpg"))
              .parts();
      TextExplanation shown = parts.get(0).text();
      for (Feature feature : List.of(Feature.CAPTION_COUNT, Feature.BM25, Feature.PERSONS)) {
        assertSentence("the captions are not read for this text", shown, feature);
      }
      assertSentence(
          "the picture is not looked at for this text", parts.get(1).text(), Feature.IMAGE_COSINE);
    }
  }

  /**
   * play.jpg: the text dog has image cosine .6 and all its words, so log-odds -1 + 1.2 + 3 = 3.2;
   * its picture is at cosine 1 with (1, 0, 0, 0), log-odds 6 - 4.3 = 1.7. Mixed half and half:
   * 2.45. The unwanted text frisbee has log-odds -1 + 1.2 = .2.
   */
  @Test
  void partsMultiply() throws IOException {
    LikePart like = LikePart.of(vector(1, 0, 0, 0), Likeness.DEFAULT);
    TextPart dog = about("dog", PartEvidence.BOTH);
    HybridQuery query =
        HybridQuery.builder(FUSION)
            .want(like)
            .want(new MixedPart(dog, like, .5))
            .unwant(about("frisbee", PartEvidence.BOTH))
            .build();
    try (SmallCollection collection = new SmallCollection(false, PLAY)) {
      HitExplanation hit =
          new HitExplainer(collection.searcher(), query).explain(collection.document("play.jpg"));
      List<PartExplanation> parts = hit.parts();
      assertEquals(1 / (1 + Math.exp(-1.7)), parts.get(0).factor(), 1e-6);
      assertEquals(1 / (1 + Math.exp(-2.45)), parts.get(1).factor(), 1e-6);
      assertEquals(1 / (1 + 20 * Math.exp(.2)), parts.get(2).factor(), 1e-6);
      assertEquals(
          parts.get(0).factor() * parts.get(1).factor() * parts.get(2).factor(), hit.score(), 1e-7);
      LikenessExplanation likeness = parts.get(0).likeness();
      assertEquals(
          new LikenessExplanation(
              parts.get(0).probability(),
              -4.3,
              1.0,
              6,
              "the photo has cosine 1.00 with what it should be like"),
          likeness);
      assertEquals(
          List.of(
              "the photo is like it with probability 0.846",
              "text and pictures together fit with probability 0.921; the pictures count 50 %",
              "unwanted: describes the photo with probability 0.550, leaves 4 % of its score"),
          parts.stream().map(PartExplanation::sentence).toList());
    }
  }

  @Test
  void oneFeatureAloneIsNoSum() throws IOException {
    TextExplanation text =
        explain("dog", "play.jpg", new SingleFeature(Feature.CAPTION_COSINE_MAX));
    assertEquals(.9, text.probability(), 1e-6);
    assertNull(text.regime());
    assertNull(text.intercept());
    assertEquals(List.of(), text.weighed());
  }
}
