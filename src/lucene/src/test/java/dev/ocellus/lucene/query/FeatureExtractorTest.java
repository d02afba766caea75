package dev.ocellus.lucene.query;

import static dev.ocellus.lucene.SmallCollection.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Features of the three photos of {@link SmallCollection}, derived by hand. */
class FeatureExtractorTest {

  private static final float[] VECTOR = vector(.6f, .8f, 0, 0);

  /** One photo in two captions has the word: ln(1 + (2 - 1 + .5) / (1 + .5)). */
  private static final double IDF_OF_ONE_IN_TWO = Math.log(2);

  private static SmallCollection collection;

  @BeforeAll
  static void open() throws IOException {
    collection = SmallCollection.ofThree();
  }

  @AfterAll
  static void close() throws IOException {
    collection.close();
  }

  /** Features of dog.jpg, geese.jpg and bare.jpg, whose documents are 1, 4 and 5. */
  private static List<float[]> features(String text) throws IOException {
    List<LemmaGroup> words =
        LemmaGroup.of(
            SmallCollection.ANALYZER.analyzer(), PhotoSchema.CAPTION, text, Integer.MAX_VALUE);
    HybridQuery query =
        new HybridQuery(words, EncodedText.of(VECTOR), new SingleFeature(Feature.IMAGE_COSINE));
    IndexSearcher searcher = collection.searcher();
    LeafReaderContext leaf = searcher.getIndexReader().leaves().getFirst();
    LeafFeatures extractor = new FeatureExtractor(searcher, query).leaf(leaf);
    List<float[]> features = new ArrayList<>();
    for (int document : new int[] {1, 4, 5}) {
      features.add(extractor.extract(document).clone());
    }
    return features;
  }

  private static void assertFeature(double expected, float[] features, Feature feature) {
    assertEquals(expected, features[feature.ordinal()], 1e-6, feature.key());
  }

  private static void assertMissing(float[] features, Feature feature) {
    assertTrue(Float.isNaN(features[feature.ordinal()]), feature.key());
  }

  @Test
  void aCaptionedPhotoHasAllOfThem() throws IOException {
    float[] dog = features("dogs").getFirst();
    assertFeature(.6, dog, Feature.IMAGE_COSINE);
    assertFeature(.8, dog, Feature.CAPTION_COSINE_MAX);
    assertMissing(dog, Feature.CAPTION_COSINE_MEAN);
    assertFeature(1 / (1 + 1.2 * (.25 + .75 * 2 / 3.5)), dog, Feature.BM25);
    assertFeature(1, dog, Feature.IDF_COVERAGE);
    assertFeature(0, dog, Feature.MISSING_IDF);
    assertFeature(1, dog, Feature.CAPTION_COUNT);
    assertFeature(1, dog, Feature.QUERY_LENGTH);
  }

  @Test
  void aPhotoWhoseCaptionsLackTheWordIsToldSo() throws IOException {
    float[] geese = features("dogs").get(1);
    assertFeature(1, geese, Feature.IMAGE_COSINE);
    assertFeature(0, geese, Feature.CAPTION_COSINE_MAX);
    assertFeature(0, geese, Feature.CAPTION_COSINE_MEAN);
    assertFeature(0, geese, Feature.BM25);
    assertFeature(0, geese, Feature.IDF_COVERAGE);
    assertFeature(IDF_OF_ONE_IN_TWO, geese, Feature.MISSING_IDF);
    assertFeature(2, geese, Feature.CAPTION_COUNT);
  }

  @Test
  void aCaptionlessPhotoMissesWhatCaptionsWouldTell() throws IOException {
    float[] bare = features("dogs").get(2);
    assertFeature(0, bare, Feature.IMAGE_COSINE);
    for (Feature feature :
        List.of(
            Feature.CAPTION_COSINE_MAX,
            Feature.CAPTION_COSINE_MEAN,
            Feature.BM25,
            Feature.IDF_COVERAGE,
            Feature.MISSING_IDF)) {
      assertMissing(bare, feature);
    }
    assertFeature(0, bare, Feature.CAPTION_COUNT);
  }

  /** "dog" in one of two captioned photos, "unicorn" in none, which counts as in one. */
  @Test
  void coverageWeighsWordsByTheirRarity() throws IOException {
    float[] dog = features("unicorn dog").getFirst();
    assertFeature(.5, dog, Feature.IDF_COVERAGE);
    assertFeature(IDF_OF_ONE_IN_TWO, dog, Feature.MISSING_IDF);
    assertFeature(.5 / (1 + 1.2 * (.25 + .75 * 2 / 3.5)), dog, Feature.BM25);
  }

  @Test
  void aQueryWithoutLemmasHasNoWordFeatures() throws IOException {
    float[] dog = features("of the").getFirst();
    assertMissing(dog, Feature.BM25);
    assertMissing(dog, Feature.IDF_COVERAGE);
    assertMissing(dog, Feature.MISSING_IDF);
    assertFeature(.8, dog, Feature.CAPTION_COSINE_MAX);
    assertFeature(0, dog, Feature.QUERY_LENGTH);
  }
}
