package dev.ocellus.lucene.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ModelStore;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTextsTest {

  @Test
  void theyAreSomeHundredDifferentTexts() {
    List<String> texts = ReferenceTexts.texts();
    assertTrue(texts.size() > 200, texts.size() + " texts");
    assertEquals(texts.size(), new HashSet<>(texts).size());
    assertTrue(texts.stream().noneMatch(String::isBlank));
  }

  /** A text's own vector is at a cosine of 1 from itself, and nearer to two others than -1. */
  @Test
  void hubnessIsTheMeanOfTheThreeGreatestCosines() {
    try (Encoder encoder =
        new ModelStore().open(ModelStore.DEFAULT_MODEL, EncoderOptions.threads(1))) {
      ReferenceTexts references = ReferenceTexts.of(encoder);
      float[] known = encoder.encodeText(ReferenceTexts.texts().getFirst());
      float[] opposite = known.clone();
      for (int i = 0; i < opposite.length; i++) {
        opposite[i] = -known[i];
      }
      assertTrue(references.hubness(known) > 1 / 3f, "" + references.hubness(known));
      assertTrue(references.hubness(opposite) < references.hubness(known));
    }
  }
}
