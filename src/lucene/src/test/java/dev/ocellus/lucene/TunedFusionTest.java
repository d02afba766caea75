package dev.ocellus.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.FusionCard;
import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.FusionModels;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedFusionTest {

  @TempDir Path index;

  private static FusionFile fittedTo(String encoder) {
    var curve = FeatureCurve.line(Feature.IMAGE_COSINE, 2);
    var regime = new Regime("image", List.of(Feature.IMAGE_COSINE), 0, List.of(curve));
    return new FusionFile(
        new LogisticFusion(List.of(regime)),
        new FusionCard("", LocalDate.EPOCH, encoder, 1, "", Map.of(), ""));
  }

  @Test
  void anIndexsOwnFusionCountsAsLongAsItIsOfItsEncoder() throws IOException {
    TunedFusion tuned = new TunedFusion(index);
    assertNull(tuned.own("owner/first"));
    assertEquals(FusionModels.bundledFor("owner/first"), tuned.of("owner/first"));

    fittedTo("owner/first").write(tuned.file());
    assertNotNull(tuned.own("owner/first"));
    assertEquals(fittedTo("owner/first"), tuned.of("owner/first"));
    assertNull(tuned.own("owner/second"), "the index was re-encoded");
    assertEquals(FusionModels.bundledFor("owner/second"), tuned.of("owner/second"));
  }

  @Test
  void aFileThatIsNoFusionIsNamed() throws IOException {
    TunedFusion tuned = new TunedFusion(index);
    Files.writeString(tuned.file(), "{}");
    DataException e = assertThrows(DataException.class, () -> tuned.of("owner/first"));
    assertTrue(e.getMessage().startsWith(tuned.file() + ": "), e.getMessage());
  }
}
