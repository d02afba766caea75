package dev.ocellus.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.encode.ModelStore;
import dev.ocellus.fusion.FusionModels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of the bundled fusions scores. */
class BundledFusionTest {

  @Test
  void everyBundledEncoderHasOneThatWasFittedToIt() {
    for (var encoder : ModelStore.bundledIds()) {
      assertEquals(
          encoder.toString(), FusionModels.bundledFor(encoder.toString()).card().encoder());
    }
  }

  @Test
  void otherEncodersGetThatOfTheDefaultEncoder() {
    for (String encoder : List.of("owner/name", "ocellus/none", "ocellus/../default", "")) {
      assertEquals(
          ModelStore.DEFAULT_MODEL, FusionModels.bundledFor(encoder).card().encoder(), encoder);
    }
  }
}
