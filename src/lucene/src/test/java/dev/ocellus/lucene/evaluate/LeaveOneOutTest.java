package dev.ocellus.lucene.evaluate;

import static dev.ocellus.lucene.SmallCollection.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.query.CandidateSource;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeaveOneOutTest {

  private static HybridQuery query(String text) {
    return new HybridQuery(
        LemmaGroup.of(SmallCollection.ANALYZER.analyzer(), PhotoSchema.CAPTION, text, 100),
        EncodedText.of(vector(0, 0, 1, 0)),
        new SingleFeature(Feature.BM25));
  }

  private static LeaveOneOut geeseOnWater(SmallCollection collection) throws IOException {
    return new LeaveOneOut(
        SmallCollection.GEESE.withoutCaption("two geese swim"),
        "test/model",
        FieldCatalogue.BUILT_IN,
        SmallCollection.ANALYZER.analyzer(),
        collection.searcher());
  }

  /**
   * Without "two geese swim", the geese photo has the caption "a goose on water" of two words. The
   * collection's statistics stay: two captioned photos, 3.5 words on average, goose in one of them.
   * BM25 share 1 / (1 + 1.2 (.25 + .75 * 2 / 3.5)) = .551181.
   */
  @Test
  void aPhotoIsScoredWithoutTheCaptionButByTheCollectionsStatistics() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree();
        LeaveOneOut alone = geeseOnWater(collection)) {
      HybridQuery goose = query("goose").withSources(Set.of(CandidateSource.WORDS));
      assertEquals(.551181, alone.score(goose), 1e-6);

      float[] features = alone.features(query("swimming goose dog"));
      // ln 2 for each word: swim is in one photo of the collection, if no longer in this one.
      assertEquals(1 / 3., features[Feature.IDF_COVERAGE.ordinal()], 1e-6);
      assertEquals(Math.log(2), features[Feature.MISSING_IDF.ordinal()], 1e-6);
      assertEquals(.8, features[Feature.CAPTION_COSINE_MAX.ordinal()], 1e-6);
      assertEquals(1, features[Feature.CAPTION_COUNT.ordinal()]);
    }
  }

  @Test
  void wordsOfTheCaptionAloneFindItNoMore() throws IOException {
    try (SmallCollection collection = SmallCollection.ofThree();
        LeaveOneOut alone = geeseOnWater(collection)) {
      HybridQuery swim = query("swim").withSources(Set.of(CandidateSource.WORDS));
      assertTrue(Float.isNaN(alone.score(swim)));
    }
  }
}
