package dev.ocellus.lucene.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.json.SearchRequestJson;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.suggest.CaptionedPhotos;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Other words by the real WordNet, of a real index's captions. */
class ExpanderTest {

  private static final RelationWeights WEIGHTS = new RelationWeights(.5f, .4f, .2f, "chosen here");
  private static final Expander EXPANDER = new Expander(List.of(WordNet.bundled()), WEIGHTS);

  private static CaptionedPhotos photos;
  private static PhotoSearcher searcher;
  private static IndexReader reader;

  @BeforeAll
  static void open() throws IOException {
    photos =
        CaptionedPhotos.of(
            "a dog runs",
            "an animal sleeps",
            "a man plays a game",
            "a woman on the slope of a mountain",
            "a hot cat",
            "a sofa on grass",
            "a stud in a wall",
            "an object",
            "a boy with a couch");
    searcher = photos.searcher();
    reader = searcher.searcher().getIndexReader();
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
    photos.close();
  }

  private static Map<String, Float> alternatives(String lemma) throws IOException {
    return EXPANDER
        .expand(List.of(new LemmaGroup(List.of(lemma))), reader)
        .getFirst()
        .alternatives();
  }

  @Test
  void animalsKindsAreFoundAndNothingThatSeldomIsOne() throws IOException {
    // WordNet has game and stud among the animals; both mostly mean something else.
    assertEquals(Map.of("dog", .4f, "cat", .4f), alternatives("animal"));
  }

  @Test
  void whatTheWordIsAKindOfIsFoundAtItsOwnWeight() throws IOException {
    assertEquals(Map.of("animal", .2f), alternatives("dog"));
  }

  @Test
  void synonymsAreFoundBothWays() throws IOException {
    assertEquals(.5f, alternatives("sofa").get("couch"));
    assertEquals(.5f, alternatives("couch").get("sofa"));
  }

  @Test
  void theMainMeaningsOfAWordWithSeveralAreFollowed() throws IOException {
    // The bank of a river is a slope, and the counted texts have it as often as the institution.
    assertEquals(Map.of("slope", .2f), alternatives("bank"));
  }

  @Test
  void tooGeneralMeaningsAreNotFollowed() throws IOException {
    assertEquals(Map.of(), alternatives("object"));
    assertFalse(alternatives("dog").containsKey("object"));
  }

  @Test
  void unknownWordsStandAlone() throws IOException {
    assertEquals(Map.of(), alternatives("qwertz"));
    assertEquals(Map.of(), alternatives(""));
  }

  @Test
  void anAlternativeCountsLessThanTheWord() throws IOException {
    LemmaGroup word =
        EXPANDER.expand(List.of(new LemmaGroup(List.of("animal"))), reader).getFirst();
    ScoreDoc[] hits = searcher.searcher().search(word.query(PhotoSchema.CAPTION), 9).scoreDocs;
    assertEquals(List.of("1", "0", "4"), List.of(id(hits[0]), id(hits[1]), id(hits[2])));
    assertEquals(3, hits.length);
    // All three words are in one photo each, in captions of two lemmas: only the weight differs.
    assertEquals(.4 * hits[0].score, hits[1].score, 1e-6);
  }

  private static String id(ScoreDoc hit) throws IOException {
    return searcher.searcher().storedFields().document(hit.doc).get(PhotoSchema.ID);
  }

  @Test
  void theBundledWeightsAreBelowTheWordsOwn() {
    RelationWeights bundled = RelationWeights.bundled();
    for (Relation relation : Set.of(Relation.SYNONYM, Relation.HYPONYM, Relation.HYPERNYM)) {
      assertTrue(bundled.of(relation) < 1);
    }
    assertEquals(1, bundled.of(Relation.GIVEN));
    assertFalse(bundled.provenance().isBlank());
  }

  @Test
  void aRequestForWordNetBesideOtherCaptionsIsRefused() throws IOException {
    EXPANDER.checkLanguage("auto");
    SearchRequest request =
        SearchRequestJson.read("{\"query\": \"Hund\", \"expand\": \"wordnet\"}", null);
    try (CaptionedPhotos german = new CaptionedPhotos("de").add(1, "ein Hund schwimmt");
        PhotoSearcher inGerman = german.searcher()) {
      QueryException e = assertThrows(QueryException.class, () -> inGerman.search(request));
      assertEquals(
          "WordNet is English, the captions' language is de; expand by a synonym file",
          e.getMessage());
    }
  }
}
