package dev.ocellus.lucene.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search box offers while a query is typed, on real indexes. */
class CompletionTest {

  private static List<String> complete(CaptionedPhotos photos, String typed) throws IOException {
    try (PhotoSearcher searcher = photos.searcher()) {
      return new Suggestions()
          .complete(searcher, typed, 10, null).stream().map(Completion::text).toList();
    }
  }

  private static CaptionedPhotos dogs() throws IOException {
    return new CaptionedPhotos("en")
        .add(3, "Two dogs play on the beach .")
        .add(2, "Two dogs run through the snow .", "A man in a red shirt throws a ball .")
        .add(1, "Two doves sit on a very old and very high and rather dirty brown roof .")
        .add(2, "A man in a red hat is fishing .");
  }

  @Test
  void aHalfTypedWordIsCompletedByTheMostFrequentPhrases() throws IOException {
    try (CaptionedPhotos photos = dogs()) {
      List<String> offered = complete(photos, "two do");
      // Five photos, three, two; "two doves" stands in one photo only, in too long a caption.
      assertEquals(
          List.of("two dogs play on the beach", "two dogs run through the snow"),
          offered.stream().filter(text -> text.split(" ").length > 3).toList());
      assertTrue(offered.stream().allMatch(text -> text.startsWith("two do")), offered.toString());
      assertFalse(offered.contains("two dogs play on"), "cut in the middle");
      assertFalse(offered.contains("two dogs play on the"), "cut in the middle");
    }
  }

  @Test
  void phrasesAreCutWhereCaptionsMakeACut() throws IOException {
    try (CaptionedPhotos photos = dogs()) {
      List<String> offered = complete(photos, "man in a r");
      assertTrue(offered.contains("man in a red hat"), offered.toString());
      assertFalse(offered.contains("man in a red"), offered.toString());
    }
  }

  @Test
  void photosAreCountedNotCaptions() throws IOException {
    try (CaptionedPhotos photos =
            new CaptionedPhotos("en")
                .add(1, "A cat sleeps .", "A cat sleeps .", "A cat sleeps .")
                .add(2, "A cat eats .");
        PhotoSearcher searcher = photos.searcher()) {
      List<Completion> offered = new Suggestions().complete(searcher, "a cat ", 10, null);
      assertEquals(
          List.of(
              new Completion("a cat eats", 0, 2, false),
              new Completion("a cat sleeps", 0, 1, false)),
          offered);
    }
  }

  @Test
  void whatNoCaptionBeginsWithIsCompletedFromItsEnd() throws IOException {
    try (CaptionedPhotos photos = dogs();
        PhotoSearcher searcher = photos.searcher()) {
      Completion best =
          new Suggestions()
              .complete(searcher, "Grandpa's photo of two dogs pl", 1, null)
              .getFirst();
      assertEquals("Grandpa's photo of two dogs play", best.text());
      assertEquals("Grandpa's photo of ".length(), best.start());
    }
  }

  @Test
  void oneLetterMayBeWrong() throws IOException {
    try (CaptionedPhotos photos = dogs();
        PhotoSearcher searcher = photos.searcher()) {
      List<Completion> offered = new Suggestions().complete(searcher, "two dosg pl", 3, null);
      assertEquals("two dogs play on the beach", offered.getLast().text());
      assertTrue(offered.stream().allMatch(Completion::corrected));
    }
  }

  @Test
  void namesKeepTheirCapitalLetters() throws IOException {
    try (CaptionedPhotos photos =
        CaptionedPhotos.of("The Eiffel Tower in Paris", "People near the Eiffel Tower .")) {
      assertTrue(complete(photos, "eif").contains("Eiffel Tower"));
      assertTrue(complete(photos, "EIFFEL t").contains("Eiffel Tower"));
    }
  }

  @Test
  void operatorsAndQuotesStandAsTyped() throws IOException {
    try (CaptionedPhotos photos = CaptionedPhotos.of("a red car", "a red car")) {
      assertEquals(List.of("tag:old +\"red car"), complete(photos, "tag:old +\"red c"));
      assertEquals(List.of("-car"), complete(photos, "-ca"));
      assertEquals(List.of("say:car"), complete(photos, "say:ca"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "tag:ca",
        "a car!",
        "\"",
        "+",
        "😀",
        "red car tag:",
        "zzzzzz",
        "\ud83d"
      })
  void whereNothingFitsNothingIsOffered(String typed) throws IOException {
    try (CaptionedPhotos photos = CaptionedPhotos.of("a red car", "a red car")) {
      assertEquals(List.of(), complete(photos, typed));
    }
  }

  @Test
  void veryLongTextIsCompletedFromItsEnd() throws IOException {
    try (CaptionedPhotos photos = CaptionedPhotos.of("a red car", "a red car")) {
      String typed = "x".repeat(5_000) + " word".repeat(2_000) + " red c";
      assertEquals(List.of(typed + "ar"), complete(photos, typed));
    }
  }

  @Test
  void captionsOfBlockedAndDeletedPhotosAreNeverShown() throws IOException {
    try (CaptionedPhotos photos =
        CaptionedPhotos.of("secret meeting", "secret garden")
            .addBlocked("secret murder")
            .addBlocked("secret murder")
            .delete(0)) {
      assertEquals(List.of("secret garden"), complete(photos, "secret "));
    }
  }

  @Test
  void queriesThatTheSearchersPolicyBlocksAreNotOffered() throws IOException {
    try (CaptionedPhotos photos = CaptionedPhotos.of("two children play", "two dogs play");
        PhotoSearcher searcher = photos.searcher()) {
      Suggestions suggestions = new Suggestions();
      ContentPolicy policy = ContentPolicy.bundled();
      List<Completion> offered = suggestions.complete(searcher, "two ", 10, policy);
      assertEquals(List.of("two dogs play"), offered.stream().map(Completion::text).toList());
    }
  }

  @Test
  void otherLanguagesAndScriptsAreCompleted() throws IOException {
    try (CaptionedPhotos russian = new CaptionedPhotos("ru").add(2, "Две собаки бегут по снегу")) {
      assertTrue(complete(russian, "две соб").contains("две собаки бегут по снегу"));
      assertEquals("две собаки бегут", complete(russian, "две сабаки бе").getFirst());
    }
    try (CaptionedPhotos japanese = new CaptionedPhotos("ja").add(2, "犬が走る")) {
      assertTrue(complete(japanese, "犬").contains("犬が走る"));
    }
  }

  @Test
  void aNumberOutOfRangeIsRefused() throws IOException {
    try (CaptionedPhotos photos = CaptionedPhotos.of("a red car");
        PhotoSearcher searcher = photos.searcher()) {
      QueryException e =
          assertThrows(
              QueryException.class, () -> new Suggestions().complete(searcher, "a", 0, null));
      assertEquals("top must be in [1, 100], got 0", e.getMessage());
    }
  }
}
