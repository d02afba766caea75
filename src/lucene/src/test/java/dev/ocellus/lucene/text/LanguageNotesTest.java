package dev.ocellus.lucene.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelStore;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the bundled encoder, which learned from English texts alone. */
class LanguageNotesTest {

  private static final Encoder ENCODER = new ModelStore().open(ModelStore.DEFAULT_MODEL, 1);

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr", "ru", "ja"})
  void theBundledEncoderKnowsNoOtherLanguageThanEnglish(String language) {
    KnownLanguages known = new KnownLanguages(ENCODER);
    assertFalse(known.has(language), () -> language + ": " + known.share(language));
    assertTrue(known.has("en"));
  }

  @Test
  void aRussianQueryAgainstEnglishCaptionsIsToldWhatToDo() {
    assertEquals(
        Optional.of(
            "the query is in Russian, which the encoder ocellus/lite2-minilm-v3 does not know: the"
                + " captions are in English, so that little or nothing is found; index with a"
                + " multilingual encoder, such as: --model"
                + " onnx-community/siglip2-base-patch16-224-ONNX (ocellus models pull"
                + " onnx-community/siglip2-base-patch16-224-ONNX)"),
        new LanguageNotes(ENCODER, "en").of("дети"));
  }

  @Test
  void captionsOfTheQuerysLanguageAreFoundByTheirWords() {
    String note = new LanguageNotes(ENCODER, "de").of("zwei Hunde am Strand").orElseThrow();
    assertTrue(
        note.startsWith(
            "the query is in German, which the encoder ocellus/lite2-minilm-v3 does not know:"
                + " photos are found by the words of their captions alone;"),
        note);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2020", "two dogs on a beach", "corgi", "Rottweiler", "hotel bar"})
  void aQueryThatMayBeEnglishNeedsNoNote(String query) {
    assertEquals(Optional.empty(), new LanguageNotes(ENCODER, "en").of(query));
  }
}
