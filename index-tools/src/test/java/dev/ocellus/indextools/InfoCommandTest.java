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
            "bytes",
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
    assertTrue(info.get("bytes").asLong() > 1000);
  }

  @Test
  void peopleReadTheSame() {
    var result = Cli.run("info", "--index", TestPhotos.index());
    assertEquals(0, result.status());
    assertTrue(result.out().contains("encoder       " + ModelStore.DEFAULT_MODEL), result.out());
    assertTrue(result.out().contains("without captions"), result.out());
    assertTrue(result.out().contains("fusion        bundled of "), result.out());
  }
}
