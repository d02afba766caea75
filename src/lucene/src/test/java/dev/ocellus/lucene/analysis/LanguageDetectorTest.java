package dev.ocellus.lucene.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

  private static final Path CAPTIONS = Path.of("..", "..", "testdata", "language_captions.csv");
  private static final LanguageDetector DETECTOR = new LanguageDetector();

  /** Captions whose language a detector does not tell. */
  private static List<String> mistakes(LanguageDetector detector) throws IOException {
    List<String> mistakes = new ArrayList<>();
    for (String line : Files.readAllLines(CAPTIONS).stream().skip(1).toList()) {
      int comma = line.indexOf(',');
      String caption = line.substring(comma + 1);
      if (!detector.detect(caption).equals(line.substring(0, comma))) {
        mistakes.add(line + " is taken for one of " + detector.plausible(caption));
      }
    }
    return mistakes;
  }

  /** The figures of docs/commands.md: 42 captions in each of five languages. */
  @Test
  void captionsAreReadInTheLanguageThatTheyAreIn() throws IOException {
    List<String> mistakes = mistakes(DETECTOR);
    assertTrue(mistakes.size() <= 4, mistakes::toString);
  }

  /** Neither kind of evidence would do alone. */
  @Test
  void stopWordsAndDictionariesTellMoreTogetherThanEachAlone() throws IOException {
    List<LatinLanguage> stopWordsAlone = new ArrayList<>();
    List<LatinLanguage> dictionariesAlone = new ArrayList<>();
    for (LatinLanguage language : LatinLanguage.all()) {
      stopWordsAlone.add(
          new LatinLanguage(language.code(), language.stopWords(), language.letters(), null));
      dictionariesAlone.add(
          new LatinLanguage(
              language.code(), CharArraySet.EMPTY_SET, language.letters(), language.dictionary()));
    }
    int together = mistakes(DETECTOR).size();
    int stopWords = mistakes(new LanguageDetector(stopWordsAlone)).size();
    int dictionaries = mistakes(new LanguageDetector(dictionariesAlone)).size();
    System.out.printf(
        "of 210 captions not told: by stop words %d, by dictionaries %d, by both %d%n",
        stopWords, dictionaries, together);
    assertTrue(together < stopWords && together < dictionaries);
  }

  @ParameterizedTest
  @CsvSource({
    "Σκύλος στην παραλία, el",
    "كلب على الشاطئ, ar",
    "समुद्र तट पर कुत्ता, hi",
    "海辺の犬, ja",
    "해변의 개, ko",
    "海滩上的狗, zh",
    "Собака породы Golden Retriever, ru",
    "IMG_2041, en",
    "2041, en",
    "'', en"
  })
  void aScriptTellsItsLanguageAndNothingIsEnglish(String text, String language) {
    assertEquals(language, DETECTOR.detect(text));
  }

  @Test
  void aWordOfTwoLanguagesMayBeEither() {
    assertTrue(DETECTOR.plausible("Hotel").containsAll(List.of("en", "de")));
    assertTrue(DETECTOR.plausible("perros").contains("es"));
    assertEquals(List.of("ru"), DETECTOR.plausible("дети"));
    assertEquals(List.of("en"), DETECTOR.plausible("two dogs play on the beach"));
  }
}
