package dev.ocellus.indextools;

import static dev.ocellus.indextools.SearchCommandTest.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.ModelStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfoCommandTest {

  @Test
  void jsonSaysWhatTheIndexHolds() {
    var info = Cli.run("info", "--index", TestPhotos.index(), "--json").json();
    assertEquals(
        List.of(
            "photos",
            "captions",
            "captionless",
            "model_id",
            "dimension",
            "language",
            "analyzer",
            "photo_folder",
            "fields",
            "bytes",
            "bytes_by_part",
            "deleted_share",
            "lucene_version",
            "fusion"),
        keys(info));
    assertEquals(TestPhotos.PHOTOS.toFile().list().length, info.get("photos").asInt());
    assertTrue(info.get("captionless").asInt() > 0, "the demo needs photos without captions");
    assertEquals(ModelStore.DEFAULT_MODEL, info.get("model_id").asText());
    assertEquals("en", info.get("language").asText());
    assertFalse(info.get("fusion").get("tuned").asBoolean());
    assertEquals(ModelStore.DEFAULT_MODEL, info.get("fusion").get("encoder").asText());
    assertTrue(info.get("fusion").get("pairs").asLong() > 1000);
    assertTrue(info.get("fusion").get("calibration_error").get("overall").asDouble() < .1);
    assertEquals("keyword", info.get("fields").get("tag").asText());
    var parts = info.get("bytes_by_part");
    long sum = 0;
    for (var part : parts) {
      sum += part.asLong();
    }
    assertEquals(info.get("bytes").asLong(), sum);
    // Floats of four bytes, and as many quantized to one with some bytes beside each vector.
    long floats = parts.get("float_vectors").asLong();
    assertTrue(floats >= 4L * info.get("photos").asInt() * info.get("dimension").asInt());
    double quantized = (double) parts.get("quantized_vectors").asLong() / floats;
    assertTrue(quantized > .25 && quantized < .35, parts.toString());
  }

  @Test
  void peopleReadTheSame() {
    var result = Cli.run("info", "--index", TestPhotos.index());
    assertEquals(0, result.status());
    assertTrue(result.out().contains("encoder       " + ModelStore.DEFAULT_MODEL), result.out());
    assertTrue(result.out().contains("without captions"), result.out());
    assertTrue(result.out().contains("fusion        bundled of "), result.out());
    assertTrue(result.out().contains(" MB: "), result.out());
    assertTrue(result.out().contains("tag (keyword)"), result.out());
    assertTrue(result.out().contains("calibration   off by 0.0"), result.out());
  }
}
