package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

  private static final List<String> FILES =
      List.of(
          "config.json",
          "preprocessor_config.json",
          "tokenizer.json",
          "onnx/text_model.onnx",
          "onnx/vision_model.onnx");

  @TempDir private Path models = Path.of("");
  private Path model = Path.of("");

  @BeforeEach
  void copyTinyModel() throws IOException {
    model = models.resolve("tiny");
    Files.createDirectories(model.resolve("onnx"));
    for (String file : FILES) {
      Files.copy(TestFiles.folder(TinyEncoderTest.FOLDER).resolve(file), model.resolve(file));
    }
  }

  @Test
  void folderIsAModelCalledAsItsConfigurationSays() {
    try (Encoder encoder = new ModelStore().open(model.toString(), 1)) {
      assertEquals("ocellus/tiny-clip", encoder.modelId());
      assertEquals(16, encoder.dimension());
    }
  }

  @Test
  void modelIsFoundInTheFolderOfTheProperty() {
    String before = System.setProperty(ModelStore.MODELS_PROPERTY, models.toString());
    try (Encoder encoder = new ModelStore().open("ocellus/tiny", 1)) {
      assertEquals("ocellus/tiny-clip", encoder.modelId());
    } finally {
      if (before == null) {
        System.clearProperty(ModelStore.MODELS_PROPERTY);
      } else {
        System.setProperty(ModelStore.MODELS_PROPERTY, before);
      }
    }
  }

  @Test
  void modelInAJarIsAModel() throws IOException {
    Path jar = models.resolve("models.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String file : FILES) {
        zip.putNextEntry(new ZipEntry("ocellus/models/tiny/" + file));
        Files.copy(model.resolve(file), zip);
      }
    }
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        Encoder encoder =
            OnnxEncoder.open(ModelFiles.classPath(loader, "ocellus/models/tiny"), 1)) {
      assertEquals(16, encoder.encodeText("two dogs").length);
    }
  }

  @Test
  void unknownModelIsNamed() {
    assertEquals(
        "unknown model \"acme/none\": not installed; get it with: ocellus models pull acme/none",
        message("acme/none"));
    assertEquals(
        "unknown model \"none\": neither a bundled model (ocellus/lite2-minilm-v3,"
            + " ocellus/lite2-minilm-classes-v1) nor a model"
            + " folder (one that holds config.json)",
        message("none"));
    assertTrue(message("ocellus/../x").startsWith("unknown model"));
    assertTrue(message("").startsWith("unknown model"));
    assertTrue(message("a\0b").startsWith("unknown model"));
  }

  @Test
  void missingFileIsNamed() throws IOException {
    for (String file : FILES.subList(1, FILES.size())) {
      byte[] content = Files.readAllBytes(model.resolve(file));
      Files.delete(model.resolve(file));
      assertEquals(
          "the model lacks the file " + model.resolve(file), message(model.toString()), file);
      Files.write(model.resolve(file), content);
    }
  }

  @Test
  void brokenConfigurationIsNamedWithItsKey() throws IOException {
    assertTrue(broken("config.json", "{").contains("config.json is not JSON"));
    assertTrue(broken("config.json", "[]").contains("config.json is not a JSON object"));
    assertTrue(broken("config.json", "{}").contains("config.json: _name_or_path must be"));
    assertTrue(
        broken("config.json", "{\"_name_or_path\": \"a/b\"}").contains("projection_dim must be"));
    assertTrue(
        broken("config.json", "{\"_name_or_path\": \"a/b\", \"projection_dim\": 16}")
            .contains("max_position_embeddings must be"));
    String preprocessor = "preprocessor_config.json";
    assertTrue(broken(preprocessor, "{}").contains("size must be"));
    assertTrue(broken(preprocessor, "{\"size\": {\"shortest_edge\": 9}}").contains("crop_size"));
    assertTrue(
        broken(preprocessor, "{\"size\": {\"height\": 9, \"width\": 9}, \"resample\": 9}")
            .contains("resample must be"));
    assertTrue(
        broken(preprocessor, "{\"size\": {\"height\": 9, \"width\": 9}}")
            .contains("image_mean must be"));
  }

  @Test
  void brokenGraphIsNamedWhenItIsNeeded() throws IOException {
    Files.writeString(model.resolve("onnx/text_model.onnx"), "no graph");
    try (Encoder encoder = new ModelStore().open(model.toString(), 1)) {
      String message =
          String.valueOf(
              assertThrows(ModelException.class, () -> encoder.encodeText("a")).getMessage());
      assertTrue(message.contains("text_model.onnx is no usable ONNX graph: "), message);
      assertEquals(1, message.lines().count(), message);
    }
  }

  @Test
  void brokenTokenizerIsNamed() throws IOException {
    Files.writeString(model.resolve("tokenizer.json"), "{\"model\": 3}");
    try (Encoder encoder = new ModelStore().open(model.toString(), 1)) {
      String message =
          String.valueOf(
              assertThrows(ModelException.class, () -> encoder.encodeText("a")).getMessage());
      assertTrue(message.contains("tokenizer.json is no usable tokenizer: "), message);
    }
  }

  @Test
  void towersOfAnotherDimensionAreRefused() throws IOException {
    Path config = model.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config).replace("\"projection_dim\": 16", "\"projection_dim\": 17"));
    try (Encoder encoder = new ModelStore().open(model.toString(), 1)) {
      String message =
          String.valueOf(
              assertThrows(ModelException.class, () -> encoder.encodeText("a")).getMessage());
      assertTrue(message.endsWith("text_embeds has shape [1, 16], expected [1, 17]"), message);
    }
  }

  private String broken(String file, String content) throws IOException {
    byte[] before = Files.readAllBytes(model.resolve(file));
    Files.writeString(model.resolve(file), content);
    String message = message(model.toString());
    Files.write(model.resolve(file), before);
    return message;
  }

  private static String message(String name) {
    ModelException e =
        assertThrows(ModelException.class, () -> new ModelStore().open(name, 1).close());
    return String.valueOf(e.getMessage());
  }
}
