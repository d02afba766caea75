package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names of models, and where they lead. */
class ModelIdTest {

  @Test
  void ownerAndNameMakeAnId() {
    for (String id : List.of("openai/clip-vit-base-patch32", "a/b", "Acme_1/x.y-z")) {
      assertEquals(id, ModelId.of(id).toString());
    }
  }

  @Test
  void whatCouldLeaveAFolderOrMeanADeviceIsNone() {
    for (String id :
        List.of(
            "",
            "name",
            "a/",
            "/a",
            "a/b/c",
            "../b",
            "a/..",
            "a/.hidden",
            ".a/b",
            "a/b..c",
            "a\\b/c",
            "a/b c",
            "a/b\n",
            "C:/x",
            "con/x",
            "a/NUL",
            "a/aux.txt",
            "a/com1",
            "a/b.",
            "a/" + "b".repeat(97),
            "a/bé")) {
      assertTrue(ModelId.parse(id).isEmpty(), id);
      String message =
          String.valueOf(assertThrows(ModelException.class, () -> ModelId.of(id)).getMessage());
      assertTrue(message.contains("is no model id"), message);
    }
  }

  @Test
  void catalogueHasEachNameOnce() {
    List<ModelCatalogue.Entry> entries = ModelCatalogue.bundled().entries();
    assertTrue(entries.size() >= 5);
    Set<ModelId> names = new HashSet<>();
    for (ModelCatalogue.Entry entry : entries) {
      assertTrue(names.add(entry.id()), entry.toString());
      assertTrue(names.addAll(entry.aliases()), entry.toString());
      assertTrue(entry.dimension() > 0 && entry.megabytes() > 0, entry.toString());
      assertTrue(!entry.licence().isEmpty() && !entry.languages().isEmpty(), entry.toString());
    }
  }

  @Test
  void aliasStandsForTheRepositoryWithTheGraphs() {
    ModelCatalogue catalogue = ModelCatalogue.bundled();
    assertEquals(
        ModelId.of("Xenova/clip-vit-base-patch32"),
        catalogue.resolve(ModelId.of("openai/clip-vit-base-patch32")));
    assertEquals(ModelId.of("acme/other"), catalogue.resolve(ModelId.of("acme/other")));
  }

  @Test
  void storeIsWhereEachSystemKeepsAUsersData() {
    Path home = Path.of("/home/ann");
    Path data = Path.of("/data").toAbsolutePath();
    assertEquals(
        home.resolve(".local/share/ocellus/models"), StoreFolder.of(Map.of(), "Linux", home));
    assertEquals(
        data.resolve("ocellus/models"),
        StoreFolder.of(Map.of("XDG_DATA_HOME", data.toString()), "Linux", home));
    assertEquals(
        home.resolve(".local/share/ocellus/models"),
        StoreFolder.of(Map.of("XDG_DATA_HOME", "relative"), "Linux", home));
    assertEquals(
        home.resolve("Library/Application Support/ocellus/models"),
        StoreFolder.of(Map.of(), "Mac OS X", home));
    assertEquals(
        home.resolve("AppData/Local/ocellus/models"), StoreFolder.of(Map.of(), "Windows 11", home));
    assertEquals(
        Path.of("models"), StoreFolder.of(Map.of("OCELLUS_STORE", "models"), "Linux", home));
  }
}
