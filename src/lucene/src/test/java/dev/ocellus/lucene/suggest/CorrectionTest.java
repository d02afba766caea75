package dev.ocellus.lucene.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.policy.ContentPolicy;
import dev.ocellus.lucene.suggest.Correction.Change;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Did you mean", on a real index. */
class CorrectionTest {

  private static CaptionedPhotos photos;
  private static PhotoSearcher searcher;
  private static final Suggestions SUGGESTIONS = new Suggestions();

  @BeforeAll
  static void open() throws IOException {
    photos =
        new CaptionedPhotos("en")
            .add(5, "Two children are running on a beach with a frisbee .")
            .add(3, "Women in red T-shirts swim .", "A woman is swimming in Paris .")
            .add(1, "A black dog jumps over a messy fence .")
            .addBlocked("a bloody knifefight");
    searcher = photos.searcher();
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
    photos.close();
  }

  private static @Nullable Correction correct(String query) throws IOException {
    return SUGGESTIONS.correct(searcher, query, null);
  }

  @ParameterizedTest
  @CsvSource({
    // Not their lemmas child, run, swim: what the user would have typed.
    "two childern play, two children play",
    "runnning children, running children",
    "swimmming, swimming",
    "a dog on teh baech, a dog on teh beach",
    "a frizbe, a frisbee",
    "Frisbeee, Frisbee",
    "RED FRISBEEE, RED FRISBEE",
    "a red t-shrits, a red T-shirts",
    "in Pariis, in Paris",
    "'+childern -frisbeee', '+children -frisbee'",
  })
  void aWordThatNoCaptionHasIsPutRight(String typed, String meant) throws IOException {
    Correction correction = correct(typed);
    assertNotNull(correction);
    assertEquals(meant, correction.text());
  }

  @Test
  void changedWordsAreMarked() throws IOException {
    Correction correction = correct("childern with a frisbeee");
    assertNotNull(correction);
    assertEquals("<children> with a <frisbee>", correction.marked("<", ">"));
    assertEquals(
        List.of(
            new Change(0, 8, "childern", "children", 5),
            new Change(16, 23, "frisbeee", "frisbee", 5)),
        correction.changes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two children run", // captions have the lemma
        "runs", // the form is new, its lemma is not
        "a giraffe", // a word of the dictionary
        "beech", // likewise, though "beach" is near
        "Lionel Messy kicks", // "messi" or "messy": a name
        "photo of Messi", // a name that the encoder may know, not the fence
        "xqzzkw", // near nothing
        "dgo2", // digits
        "tag:childern", // a field's value
        "tag:\"childern\" id:/childern/ like:childern.jpg",
        "\"childern\"", // in quotes, as it stands
        "childern~1 child?ern fris*bee", // operators of their own
        "of the",
        "",
        "knifefigth", // only a blocked photo has it
      })
  void otherQueriesAreLeftAlone(String query) throws IOException {
    Correction correction = correct(query);
    assertNull(correction, () -> query + " -> " + correction);
  }

  @Test
  void aRareWordOfManyPhotosMayBeAMisspellingItself() throws IOException {
    // 4,000 photos: a word counts from 3 photos on.
    try (CaptionedPhotos many =
            new CaptionedPhotos("en")
                .add(3_995, "a dog")
                .add(2, "a frizbee")
                .add(3, "a skatebord");
        PhotoSearcher other = many.searcher()) {
      assertNull(SUGGESTIONS.correct(other, "frizbeee", null));
      assertNotNull(SUGGESTIONS.correct(other, "skatebordd", null));
    }
  }

  @Test
  void aQueryThatThePolicyBlocksIsNotOffered() throws IOException {
    try (CaptionedPhotos others = CaptionedPhotos.of("a frisbee", "children");
        PhotoSearcher other = others.searcher()) {
      ContentPolicy policy = ContentPolicy.bundled();
      assertNotNull(SUGGESTIONS.correct(other, "frisbeee", policy));
      assertNull(SUGGESTIONS.correct(other, "cjildrren", policy));
      assertNotNull(SUGGESTIONS.correct(other, "cjildrren", null));
    }
  }
}
