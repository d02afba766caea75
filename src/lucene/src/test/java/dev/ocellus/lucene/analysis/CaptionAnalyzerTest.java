package dev.ocellus.lucene.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.query.LemmaGroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionAnalyzerTest {

  private static final CaptionAnalyzer ENGLISH = CaptionAnalyzer.of("en");
  private static final CaptionAnalyzer RUSSIAN = CaptionAnalyzer.of("ru");

  private static List<LemmaGroup> words(CaptionAnalyzer analyzer, String text) {
    return LemmaGroup.of(analyzer.analyzer(), "caption", text, 100);
  }

  private static Set<String> lemmas(CaptionAnalyzer analyzer, String word) {
    List<LemmaGroup> words = words(analyzer, word);
    assertEquals(1, words.size(), () -> word + " is one word: " + words);
    return Set.copyOf(words.getFirst().lemmas());
  }

  @ParameterizedTest
  @CsvSource({
    "geese, goose",
    "Children, child",
    "mice, mouse",
    "wolves, wolf",
    "running, run",
    "ran, run",
    "dog's, dog",
    "frisbee, frisbee",
    "qwxyz, qwxyz"
  })
  void anEnglishWordIsFoundByItsLemma(String word, String lemma) {
    assertTrue(lemmas(ENGLISH, word).contains(lemma), () -> lemmas(ENGLISH, word).toString());
  }

  @Test
  void allLemmasOfAnAmbiguousWordStandAtOnePosition() {
    assertEquals(Set.of("leave", "leaf"), lemmas(ENGLISH, "leaves"));
  }

  @ParameterizedTest
  @CsvSource({"детей, ребенок", "люди, человек", "шла, идти", "мячом, мяч"})
  void aRussianWordIsFoundByItsLemma(String word, String lemma) {
    assertTrue(lemmas(RUSSIAN, word).contains(lemma), () -> lemmas(RUSSIAN, word).toString());
  }

  @Test
  void stopWordsAndPunctuationAreNoWords() {
    assertEquals(List.of(), words(ENGLISH, "the of and , . ! a"));
  }

  @Test
  void aRepeatedWordCountsOnce() {
    assertEquals(1, words(ENGLISH, "dog dogs DOG").size());
  }

  @Test
  void wordsBeyondTheLimitAreLeftOut() {
    assertEquals(2, LemmaGroup.of(ENGLISH.analyzer(), "caption", "red green blue", 2).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "sv", "zh", "EN"})
  void otherLanguagesHaveAnAnalyzerOfLucenes(String language) {
    assertFalse(words(CaptionAnalyzer.of(language), "hotel").isEmpty());
  }

  @Test
  void wordsOfAnAnalyzerThatHasChangedSinceAreNotMixedWithTheNewOnes() {
    IndexException e =
        assertThrows(
            IndexException.class,
            () -> CaptionAnalyzer.recorded("old/index", "de", "de-GermanAnalyzer-1"));
    assertEquals(
        "old/index was built with caption analyzer de-GermanAnalyzer-1, this Ocellus has"
            + " de-LemmaAnalyzer-2; index the photos anew",
        e.getMessage());
  }

  @Test
  void anUnknownLanguageIsRefusedWithTheKnownOnes() {
    IndexException e = assertThrows(IndexException.class, () -> CaptionAnalyzer.of("xx"));
    assertTrue(e.getMessage().startsWith("unknown language xx; known: ar, cs, "), e.getMessage());
  }
}
