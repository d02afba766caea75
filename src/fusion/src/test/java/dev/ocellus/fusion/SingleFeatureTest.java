package dev.ocellus.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SingleFeatureTest {
  @Test
  void aCosineBecomesAScore() {
    SingleFeature image = new SingleFeature(Feature.ofKey("image"));
    assertEquals(0.75f, image.score(Features.of(Feature.IMAGE_COSINE, 0.5)));
    assertEquals(0, image.score(Features.of(Feature.IMAGE_COSINE, -1.2)));
    assertEquals("image", image.name());
  }

  @Test
  void bm25IsItsOwnScore() {
    SingleFeature bm25 = new SingleFeature(Feature.BM25);
    assertEquals(0.25f, bm25.score(Features.of(Feature.BM25, 0.25)));
    assertEquals(1, bm25.score(Features.of(Feature.BM25, 1.25)));
  }

  @Test
  void missingScoresNothing() {
    assertEquals(0, new SingleFeature(Feature.IMAGE_COSINE).score(Features.none()));
  }

  @Test
  void whatIsNoSimilarityRanksNothing() {
    DataException refused =
        assertThrows(DataException.class, () -> new SingleFeature(Feature.QUERY_LENGTH));
    assertEquals(
        "'query_length' does not rank photos: it is not a similarity", refused.getMessage());
  }

  @Test
  void anUnknownKeyNamesTheKnownOnes() {
    DataException unknown = assertThrows(DataException.class, () -> Feature.ofKey("pixels"));
    assertEquals(
        "unknown feature 'pixels'; known: image, image_hubness, captions, captions_mean, bm25,"
            + " coverage, missing_idf, caption_count, subjects_missing, subjects_extra, tokens,"
            + " tokens_precision, tokens_gap, persons, animals, query_length",
        unknown.getMessage());
  }
}
