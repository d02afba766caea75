package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of a model's graphs are taken, and graphs that do not fit. */
class GraphFilesTest {

  @TempDir private Path model = Path.of("");

  @BeforeEach
  void copySiglip() throws IOException {
    Path siglip = TestFiles.folder(TinySiglipTest.FOLDER);
    Files.createDirectories(model.resolve("onnx"));
    for (String file :
        List.of(
            "config.json",
            "preprocessor_config.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "onnx/text_model.onnx",
            "onnx/text_model_fp16.onnx",
            "onnx/vision_model.onnx",
            "onnx/vision_model_fp16.onnx")) {
      Files.copy(siglip.resolve(file), model.resolve(file));
    }
  }

  @Test
  void fullPrecisionIsTakenUnlessAnotherVariantIsNamed() {
    assertEquals("ocellus/tiny-siglip", idOf(model.toString()));
    assertEquals("ocellus/tiny-siglip", idOf(model + ":fp32"));
    assertEquals("ocellus/tiny-siglip:fp16", idOf(model + ":fp16"));
  }

  @Test
  void mostExactCompletePairIsTaken() throws IOException {
    Files.delete(model.resolve("onnx/text_model.onnx"));
    assertEquals("ocellus/tiny-siglip:fp16", idOf(model.toString()));
  }

  @Test
  void missingVariantIsNamedWithThoseThereAre() {
    assertEquals(
        model.resolve("onnx") + " has no graphs of variant q4; there is fp32, fp16",
        problem(model + ":q4"));
  }

  @Test
  void inputThatNobodyGivesIsNamed() throws IOException {
    replaceTextGraphBy("onnx/vision_model.onnx");
    assertEquals(
        model.resolve("onnx/text_model.onnx")
            + " wants the input pixel_values, which this kind of encoder has not; it may want:"
            + " attention_mask, input_ids, position_ids, token_type_ids",
        problem(model.toString()));
  }

  @Test
  void outputsThatAreNoEmbeddingAreNamed() throws IOException {
    // To CLIP, pooler_output is what comes before the projection.
    Path config = model.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config).replace("\"model_type\": \"siglip\"", "\"model_type\": \"clip\""));
    assertEquals(
        model.resolve("onnx/text_model.onnx")
            + " has no output text_embeds, only last_hidden_state, pooler_output",
        problem(model.toString()));
  }

  @Test
  void folderIsRecordedByItsAbsolutePathWithItsVariant() {
    Path relative = Path.of("").toAbsolutePath().relativize(model.toAbsolutePath());
    assertEquals(relative.toAbsolutePath() + ":fp16", ModelStore.absolute(relative + ":fp16"));
    assertEquals("acme/none:fp16", ModelStore.absolute("acme/none:fp16"));
    assertEquals(ModelStore.DEFAULT_MODEL, ModelStore.absolute(ModelStore.DEFAULT_MODEL));
  }

  private void replaceTextGraphBy(String file) throws IOException {
    Files.copy(
        model.resolve(file),
        model.resolve("onnx/text_model.onnx"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static String idOf(String name) {
    try (Encoder encoder = new ModelStore().open(name, 1)) {
      assertEquals(24, encoder.encodeText("two dogs").length);
      return encoder.modelId();
    }
  }

  private static String problem(String name) {
    return String.valueOf(assertThrows(ModelException.class, () -> idOf(name)).getMessage());
  }
}
