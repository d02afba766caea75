package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A BERT with small random weights, made by src/test/python/make_tiny_bert.py. */
class OnnxTextEncoderTest {

  private static final Path BERT = TestFiles.folder("tiny-bert");
  private static final TextPooling CLS = new TextPooling(TextPooling.Kind.CLS, false);

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copyModel() throws IOException {
    Files.createDirectories(folder.resolve("onnx"));
    Files.createDirectories(folder.resolve("1_Pooling"));
    Files.copy(BERT.resolve("model.onnx"), folder.resolve("onnx/model.onnx"));
    for (String file : List.of("config.json", "tokenizer.json", "tokenizer_config.json")) {
      Files.copy(BERT.resolve(file), folder.resolve(file));
    }
  }

  @Test
  void poolsAsItsFilesSayAndAsTransformersDoes() throws IOException {
    try (var encoder = OnnxTextEncoder.open(BERT, 1)) {
      assertEquals(32, encoder.dimension());
      assertAnswers(encoder, "mean");
    }
  }

  @Test
  void poolsByTheFirstTokenIfAskedTo() throws IOException {
    try (var encoder = OnnxTextEncoder.open(BERT, CLS, 1)) {
      assertAnswers(encoder, "cls");
    }
  }

  @Test
  void newerPoolingFilesAndNormalizingModulesAreRead() throws IOException {
    write("1_Pooling/config.json", "{\"embedding_dimension\": 32, \"pooling_mode\": \"cls\"}");
    write(
        "modules.json",
        """
        [{"idx": 0, "type": "sentence_transformers.models.Transformer", "path": ""},
         {"idx": 1, "type": "sentence_transformers.models.Pooling", "path": "1_Pooling"},
         {"idx": 2, "type": "sentence_transformers.models.Normalize", "path": "2_Normalize"}]
        """);
    try (var encoder = OnnxTextEncoder.open(folder, 1);
        var raw = OnnxTextEncoder.open(folder, CLS, 1)) {
      float[] vector = encoder.encode("two dogs");
      assertEquals(1, EncoderContract.dot(vector, vector), 1e-5);
      float[] longer = raw.encode("two dogs");
      double length = Math.sqrt(EncoderContract.dot(longer, longer));
      assertEquals(length, EncoderContract.dot(vector, longer), 1e-4 * length);
      assertTrue(length > 1.5, "the raw vector has its own length, " + length);
    }
  }

  @Test
  void textsAreCutWhereSentenceTransformersCutsThem() throws IOException {
    write("sentence_bert_config.json", "{\"max_seq_length\": 4, \"do_lower_case\": false}");
    try (var encoder = OnnxTextEncoder.open(folder, 1)) {
      // [CLS] two dog [SEP] are four.
      assertArrayEquals(encoder.encode("two dog"), encoder.encode("two dog goose"), 1e-6f);
    }
  }

  @Test
  void textsOfAListAreAsAlone() {
    try (var encoder = OnnxTextEncoder.open(BERT, 1)) {
      List<String> texts = List.of("the goose runs in a window of the beach", "", "a dog", "  ");
      List<float[]> together = encoder.encode(texts);
      for (int i = 0; i < texts.size(); i++) {
        assertArrayEquals(encoder.encode(texts.get(i)), together.get(i), 1e-5f, texts.get(i));
      }
      assertEquals(List.of(), encoder.encode(List.of()));
    }
  }

  @Test
  void whatIsNoTextEncoderIsRefusedInALine() throws IOException {
    write("1_Pooling/config.json", "{\"pooling_mode_max_tokens\": true}");
    assertEquals(
        folder.resolve("1_Pooling/config.json")
            + ": pooling must be mean or cls, got pooling_mode_max_tokens; ask for one",
        message(() -> OnnxTextEncoder.open(folder, 1)));
    OnnxTextEncoder.open(folder, CLS, 1).close();
    Files.delete(folder.resolve("1_Pooling/config.json"));
    write("modules.json", "[{\"type\": \"sentence_transformers.models.Dense\"}]");
    assertEquals(
        folder.resolve("modules.json") + ": a Dense layer behind the pooling is not supported",
        message(() -> OnnxTextEncoder.open(folder, 1)));
    Files.delete(folder.resolve("modules.json"));
    Path pooled = TestFiles.folder("tiny-clip").resolve("onnx/vision_model.onnx");
    Files.delete(folder.resolve("onnx/model.onnx"));
    assertEquals(
        folder + " has no text encoder: neither model.onnx nor onnx/model.onnx",
        message(() -> OnnxTextEncoder.open(folder, 1)));
    Files.copy(pooled, folder.resolve("model.onnx"));
    assertTrue(
        message(() -> OnnxTextEncoder.open(folder, 1)).contains("wants the input pixel_values"));
    Files.delete(folder.resolve("config.json"));
    assertEquals(
        "the model lacks the file " + folder.resolve("config.json"),
        message(() -> OnnxTextEncoder.open(folder, 1)));
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  private static void assertAnswers(OnnxTextEncoder encoder, String key) throws IOException {
    JsonNode reference = new ObjectMapper().readTree(TestFiles.bytes("tiny-bert/reference.json"));
    assertTrue(reference.size() >= 15, "the reference is too small");
    List<String> texts = new ArrayList<>();
    reference.forEach(entry -> texts.add(entry.path("text").textValue()));
    List<float[]> vectors = encoder.encode(texts);
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < encoder.dimension(); j++) {
        double expected = reference.path(i).path(key).path(j).doubleValue();
        assertEquals(expected, vectors.get(i)[j], 1e-3, texts.get(i) + ", " + j);
      }
    }
  }

  private static String message(Executable action) {
    String message = String.valueOf(assertThrows(ModelException.class, action).getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }
}
