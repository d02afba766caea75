package dev.ocellus.lucene.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Likeness;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LikePart;
import dev.ocellus.lucene.query.MixedPart;
import dev.ocellus.lucene.query.TextPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real photos, captions, encoder and fusion: an explanation is the score, and Lucene's own. */
class ExplanationSumTest {

  private static final List<String> QUERIES =
      List.of("a kitten plays with a ball", "two dogs and a man with a frisbee", "of the");

  @TempDir private static Path temp;
  private static Path index;

  @BeforeAll
  static void index() throws IOException {
    Path photos = temp.resolve("photos");
    for (String name : List.of("kitten", "horses", "mariachi", "castle", "owl")) {
      TestPhotos.copy(name + ".jpg", photos.resolve(name + ".jpg"));
    }
    TestPhotos.copy("hens.jpg", photos.resolve("bare.jpg"));
    index = temp.resolve("index");
    new PhotoIndexer(IndexOptions.of(photos, index).withCaptions(TestPhotos.CAPTIONS))
        .run(IndexProgress.NONE);
  }

  @Test
  void everyHitsPartsSumToItsScoreAndAreLucenes() throws IOException {
    try (PhotoIndex photos = PhotoIndex.open(index);
        PhotoSearcher searcher = photos.acquire()) {
      for (String text : QUERIES) {
        HybridQuery query = searcher.query(text, searcher.encode(text), Signal.FUSED, null);
        HitExplainer explainer = new HitExplainer(searcher.searcher(), query);
        ScoreDoc[] hits = searcher.search(query).scoreDocs;
        assertEquals(6, hits.length);
        for (ScoreDoc hit : hits) {
          HitExplanation explanation = explainer.explain(hit.doc);
          assertEquals(hit.score, (float) explanation.score());
          assertSums(explanation.parts().getFirst());
          assertSame(searcher.searcher().explain(query, hit.doc), explanation);
        }
      }
    }
  }

  @Test
  void thePartsOfAQueryMultiplyToItsScoreAndAreLucenes() throws IOException {
    try (PhotoIndex photos = PhotoIndex.open(index);
        PhotoSearcher searcher = photos.acquire()) {
      TextPart hens = text(searcher, "hens on grass");
      LikePart like = LikePart.of(hens.text().imageVector(), Likeness.DEFAULT);
      HybridQuery query =
          HybridQuery.builder(searcher.fusion())
              .want(text(searcher, "an animal"))
              .want(like)
              .want(new MixedPart(hens, like, .3))
              .unwant(text(searcher, "a kitten"))
              .build();
      HitExplainer explainer = new HitExplainer(searcher.searcher(), query);
      ScoreDoc[] hits = searcher.search(query).scoreDocs;
      assertEquals(6, hits.length);
      for (ScoreDoc hit : hits) {
        HitExplanation explanation = explainer.explain(hit.doc);
        assertEquals(hit.score, (float) explanation.score());
        Explanation lucene = searcher.searcher().explain(query, hit.doc);
        assertEquals(hit.score, lucene.getValue().floatValue());
        for (int i = 0; i < explanation.parts().size(); i++) {
          PartExplanation part = explanation.parts().get(i);
          assertEquals(part.factor(), lucene.getDetails()[i].getValue().doubleValue());
          assertSums(part);
        }
      }
    }
  }

  private static TextPart text(PhotoSearcher searcher, String text) {
    return searcher.query(text, searcher.encode(text), Signal.FUSED, null).firstText();
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  /** What text and pictures say makes the part's probability, by their log-odds. */
  private static void assertSums(PartExplanation part) {
    double sum = 0;
    LikenessExplanation likeness = part.likeness();
    if (likeness != null) {
      sum += part.pictureWeight() * (likeness.intercept() + likeness.logOdds());
    }
    TextExplanation text = part.text();
    if (text != null) {
      double ofText = text.intercept() == null ? Double.NaN : text.intercept();
      for (FeatureExplanation feature : text.features()) {
        ofText += feature.logOdds() == null ? Double.NaN : feature.logOdds();
      }
      sum += (1 - part.pictureWeight()) * ofText;
    }
    assertEquals(logOdds(part.probability()), sum, 1e-5);
  }

  private static TextExplanation text(HitExplanation explanation) {
    assertEquals(1, explanation.parts().size());
    TextExplanation text = explanation.parts().getFirst().text();
    assertNotNull(text);
    return text;
  }

  private static void assertSame(Explanation lucene, HitExplanation explanation) {
    assertEquals((float) explanation.score(), lucene.getValue().floatValue());
    TextExplanation text = text(explanation);
    assertTrue(
        lucene
            .getDescription()
            .contains(
                String.format(
                    Locale.ROOT, "regime %s: log-odds %.4f", text.regime(), text.intercept())),
        lucene.getDescription());
    assertEquals(text.features().size(), lucene.getDetails().length);
    for (int i = 0; i < lucene.getDetails().length; i++) {
      Explanation detail = lucene.getDetails()[i];
      FeatureExplanation feature = text.features().get(i);
      assertTrue(detail.getDescription().startsWith(feature.feature().key()));
      assertEquals(feature.value() != null, detail.isMatch(), feature.feature().key());
      Float value = feature.value();
      if (value != null) {
        assertEquals(value, detail.getValue().floatValue());
      }
      Double logOdds = feature.logOdds();
      assertNotNull(logOdds);
      int at = detail.getDescription().indexOf(", log-odds ");
      double told =
          at < 0 ? 0 : Double.parseDouble(detail.getDescription().substring(at + 11).strip());
      assertEquals(told, logOdds, 5.1e-5, feature.feature().key());
    }
  }
}
