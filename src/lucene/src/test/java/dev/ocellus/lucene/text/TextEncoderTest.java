package dev.ocellus.lucene.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the bundled encoder. */
class TextEncoderTest {

  private static Encoder encoder;
  private static TextEncoder texts;

  @BeforeAll
  static void open() {
    encoder = new ModelStore().open(ModelStore.DEFAULT_MODEL, EncoderOptions.threads(1));
    texts = new TextEncoder(encoder, CaptionAnalyzer.of("en"));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static float recall(String query, String... captions) {
    TokenVectors tokens = texts.encode(query).tokens();
    assertNotNull(tokens);
    TokenMatch match = new TokenMatch(tokens);
    match.clear();
    for (String caption : captions) {
      TokenVectors ofCaption = texts.encode(caption).tokens();
      assertNotNull(ofCaption);
      match.add(ofCaption.toBytes());
    }
    return match.recall();
  }

  @Test
  void aTextIsAboutWhomItNames() {
    EncodedText women = texts.encode("Two women and their puppies");
    assertEquals(
        Set.of(
            Subject.PERSON,
            Subject.FEMALE,
            Subject.ADULT,
            Subject.SEVERAL,
            Subject.ANIMAL,
            Subject.DOG),
        women.subjects());
    assertEquals(Set.of(), texts.encode("a red car").subjects());
  }

  /** Tokens: two, women, and, their, puppies. */
  @Test
  void theTokensOfPeopleAndAnimalsAreKnown() {
    EncodedText women = texts.encode("Two women and their puppies");
    assertEquals(List.of(1), women.persons());
    assertTrue(women.animals().contains(4), women.animals().toString());
  }

  @Test
  void inALanguageWithoutALexiconATextIsAboutNobody() {
    EncodedText french = new TextEncoder(encoder, CaptionAnalyzer.of("fr")).encode("man and dog");
    assertEquals(Set.of(), french.subjects());
    assertEquals(List.of(), french.persons());
  }

  @Test
  void tokensTellWhatACaptionSaysInOtherWords() {
    float same = recall("a puppy runs", "a young dog is running");
    float other = recall("a puppy runs", "a cup of coffee on a table");
    assertTrue(same > other + .2, same + " and " + other);
  }

  @Test
  void aVectorOfABatchIsThatOfTheTextAlone() {
    List<EncodedText> batch = texts.encode(List.of("a dog", "a longer text about two dogs"));
    assertEquals(texts.encode("a dog"), batch.getFirst());
  }
}
