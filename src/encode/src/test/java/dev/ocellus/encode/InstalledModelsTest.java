package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Models that are added from a folder, used, checked and removed. */
class InstalledModelsTest {

  private static final ModelId TINY = ModelId.of("acme/tiny");

  @TempDir private Path temp = Path.of("");
  private Path folder = Path.of("");
  private InstalledModels store = new InstalledModels(Path.of(""));

  @BeforeEach
  void copyTinyModel() throws IOException {
    folder = temp.resolve("download");
    store = new InstalledModels(temp.resolve("store"));
    copy(TestFiles.folder(TinyEncoderTest.FOLDER), folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private InstalledModel add(ModelId id) throws IOException {
    return FolderImport.add(store, id, folder, null);
  }

  private static String message(Executable action) {
    String message = String.valueOf(assertThrows(ModelException.class, action).getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @Test
  void storeThatIsNotThereYetIsEmpty() throws IOException {
    assertEquals(List.of(), store.list());
    assertEquals(List.of(), store.partial());
    assertTrue(store.find(TINY).isEmpty());
    assertFalse(store.remove(TINY));
  }

  @Test
  void addedModelIsFoundByItsNameAndEncodes() throws IOException {
    InstalledModel model = add(TINY);
    assertEquals(List.of(model), store.list());
    assertNull(model.lock().origin());
    assertFalse(Files.exists(model.folder().resolve("reference.json")), "no part of the model");
    try (Encoder added = new ModelStore(store).open("acme/tiny", 1);
        Encoder original = new ModelStore(store).open(folder.toString(), 1)) {
      assertEquals(model.lock().identity(), added.modelId());
      assertEquals("ocellus/tiny-clip", original.modelId());
      assertArrayEquals(original.encodeText("two dogs"), added.encodeText("two dogs"));
    }
    assertEquals(
        "acme/tiny is installed already; remove it first with: ocellus models remove acme/tiny",
        message(() -> add(TINY)));
  }

  @Test
  void otherWeightsUnderTheSameNameAreAnotherEncoder() throws IOException {
    String before = add(TINY).lock().identity();
    assertTrue(before.matches("acme/tiny@[0-9a-f]{12}"), before);
    store.remove(TINY);
    Files.writeString(folder.resolve("README.md"), "Words change nothing.");
    assertEquals(before, add(TINY).lock().identity());
    store.remove(TINY);
    Files.write(
        folder.resolve("onnx/vision_model.onnx"), new byte[] {0}, StandardOpenOption.APPEND);
    assertNotEquals(before, add(TINY).lock().identity());
  }

  @Test
  void modelIsFoundByTheNameOfItsOriginalToo() throws IOException {
    add(ModelId.of("Xenova/clip-vit-base-patch32"));
    assertTrue(new ModelStore(store).files("openai/clip-vit-base-patch32").has("config.json"));
    assertEquals(
        "unknown model \"openai/clip-vit-base-patch16\": not installed; get it with: ocellus models"
            + " pull openai/clip-vit-base-patch16",
        message(() -> new ModelStore(store).files("openai/clip-vit-base-patch16")));
  }

  @Test
  void modelWithoutANameOfItsOwnIsCalledAsTheUserSays() throws IOException {
    Path config = folder.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("\"_name_or_path\"", "\"unused\""));
    assertTrue(
        message(() -> new ModelStore(store).open(folder.toString(), 1).close())
            .endsWith("or name it by: ocellus models add ID"));
    add(TINY);
    try (Encoder encoder = new ModelStore(store).open("acme/tiny", 1)) {
      assertTrue(encoder.modelId().startsWith("acme/tiny@"));
    }
  }

  @Test
  void copyOfAStoresFolderKeepsItsOriginAndIsChecked() throws IOException {
    InstalledModel first = add(TINY);
    var origin = new ModelLock.Origin("https://hub.example", "acme/tiny", "a".repeat(40));
    new ModelLock(TINY, "fp32", origin, first.lock().files()).write(first.folder());
    var elsewhere = new InstalledModels(temp.resolve("elsewhere"));
    ModelId renamed = ModelId.of("acme/again");
    InstalledModel second = FolderImport.add(elsewhere, renamed, first.folder(), null);
    assertEquals(origin, second.lock().origin());

    Files.writeString(first.folder().resolve("tokenizer.json"), "{}");
    ModelId third = ModelId.of("acme/third");
    assertTrue(
        message(() -> FolderImport.add(elsewhere, third, first.folder(), null))
            .startsWith(first.folder().resolve("tokenizer.json") + " is not the file that "));
    assertEquals(List.of(second), elsewhere.list());
    assertEquals(List.of(), elsewhere.partial());
  }

  @Test
  void unusableFoldersAreRefusedAndLeaveNothing() throws IOException {
    Path missing = temp.resolve("missing");
    assertEquals(
        missing + " is no folder; --from takes a model's folder",
        message(() -> FolderImport.add(store, TINY, missing, null)));
    assertTrue(message(() -> FolderImport.add(store, TINY, folder, "fp16")).contains("it has: "));
    assertTrue(message(() -> add(ModelId.of("ocellus/x"))).contains("is for bundled models"));
    Files.writeString(folder.resolve("config.json"), "{}");
    assertTrue(message(() -> add(TINY)).contains("config.json"));
    Files.delete(folder.resolve("tokenizer.json"));
    assertEquals(
        folder + " has no tokenizer.json, so it is no encoder in ONNX layout",
        message(() -> add(TINY)));
    assertEquals(List.of(), store.list());
    assertEquals(List.of(), store.partial());
  }

  @Test
  void removedModelIsGoneWithItsOwnersFolder() throws IOException {
    add(TINY);
    assertTrue(store.remove(TINY));
    assertEquals(List.of(), store.list());
    assertFalse(Files.exists(store.root().resolve("acme")));
  }

  @Test
  void damageIsFoundByItsSizeWhenOpenedAndByItsHashWhenVerified() throws IOException {
    InstalledModel model = add(TINY);
    assertTrue(ModelCheck.of(model.files()).intact());
    Path graph = model.folder().resolve("onnx/text_model.onnx");
    byte[] bytes = Files.readAllBytes(graph);
    bytes[bytes.length / 2] ^= 1;
    Files.write(graph, bytes);
    Files.delete(model.folder().resolve("tokenizer.json"));
    assertEquals(
        List.of("onnx/text_model.onnx CHANGED", "tokenizer.json MISSING"),
        ModelCheck.of(model.files()).damaged().stream()
            .map(file -> file.name() + " " + file.state())
            .toList());
    assertEquals(
        "acme/tiny is damaged (tokenizer.json is missing); get it anew with: ocellus models remove"
            + " acme/tiny, then pull acme/tiny",
        message(() -> new ModelStore(store).files("acme/tiny")));
  }

  @Test
  void bundledModelsAreListedAndIntact() throws IOException {
    assertTrue(ModelStore.bundledIds().contains(ModelId.of(ModelStore.DEFAULT_MODEL)));
    for (ModelId id : ModelStore.bundledIds()) {
      ModelFiles files = ModelStore.bundled(id.toString()).orElseThrow();
      assertTrue(ModelCheck.of(files).intact(), id.toString());
      assertTrue(Objects.requireNonNull(ModelCard.of(files).licence()).contains("Apache-2.0"));
    }
  }

  @Test
  void licenceIsReadFromTheHeadOfAReadme() throws IOException {
    Path readme = folder.resolve("README.md");
    Files.writeString(readme, "---\nbase_model: x\nlicense: apache-2.0 \n---\nlicense: no\n");
    assertEquals("apache-2.0", ModelCard.of(ModelFiles.folder(folder)).licence());
    Files.writeString(readme, "---\nbase_model: x\n---\nlicense: no\n");
    assertNull(ModelCard.of(ModelFiles.folder(folder)).licence());
    Files.writeString(folder.resolve("ocellus.json"), "{\"licence\": \"MIT\", \"summary\": 3}");
    assertEquals(new ModelCard(null, "MIT", null, null), ModelCard.of(ModelFiles.folder(folder)));
  }

  @Test
  void brokenLockIsNamed() throws IOException {
    Path lock = add(TINY).folder().resolve(ModelLock.FILE);
    String sound = Files.readString(lock);
    for (String broken :
        List.of(
            "{",
            "{}",
            sound.replace("\"format\" : 1", "\"format\" : 2"),
            sound.replace("tokenizer.json", "../tokenizer.json"),
            sound.replace("acme/tiny", "acme"))) {
      Files.writeString(lock, broken);
      message(() -> new ModelStore(store).files("acme/tiny"));
    }
  }
}
