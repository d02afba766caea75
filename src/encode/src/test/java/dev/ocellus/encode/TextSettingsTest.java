package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSettingsTest {

  private static final String TOKENIZER =
      """
      {"truncation": %s, "padding": %s,
       "added_tokens": [{"id": 7, "content": "<end>", "special": true}],
       "model": {"type": "BPE", "vocab": {"a": 0, "!": 3, "!</w>": 4}, "merges": []}}
      """;

  @TempDir private Path model = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    write("tokenizer.json", TOKENIZER.formatted("null", "null"));
    write(
        "config.json", "{\"text_config\": {\"max_position_embeddings\": 77, \"pad_token_id\": 1}}");
  }

  @Test
  void paddingOfTheTokenizerGoesBeforeAll() throws IOException {
    write(
        "tokenizer.json",
        TOKENIZER.formatted(
            "{\"max_length\": 50}",
            """
            {"strategy": {"Fixed": 40}, "direction": "Left", "pad_id": 9, "pad_token": "<end>"}
            """));
    write("tokenizer_config.json", "{\"pad_token\": \"!\"}");
    assertEquals(new TextSettings(40, 9, true, false), read(ModelFamily.CLIP));
  }

  @Test
  void padTokenIsLookedUpInTheTokenizerNotInTheConfig() throws IOException {
    write("special_tokens_map.json", "{\"pad_token\": {\"content\": \"<end>\", \"lstrip\": true}}");
    assertEquals(new TextSettings(77, 7, false, false), read(ModelFamily.CLIP));
    write("tokenizer_config.json", "{\"pad_token\": \"!\", \"model_max_length\": 52}");
    assertEquals(new TextSettings(52, 3, false, false), read(ModelFamily.OTHER));
  }

  @Test
  void tokensOfAUnigramVocabularyAreNumberedByTheirPlace() throws IOException {
    write(
        "tokenizer.json",
        """
        {"model": {"unk_id": 0, "vocab": [["<unk>", 0.0], ["</s>", -1.5], ["a", -2]]}}
        """);
    write("tokenizer_config.json", "{\"pad_token\": \"</s>\", \"padding_side\": \"left\"}");
    assertEquals(new TextSettings(77, 1, true, false), read(ModelFamily.SIGLIP));
  }

  @Test
  void padTokenThatIsNoneIsNamed() throws IOException {
    write("tokenizer_config.json", "{\"pad_token\": \"<pad>\"}");
    String message =
        String.valueOf(
            assertThrows(ModelException.class, () -> read(ModelFamily.CLIP)).getMessage());
    assertEquals(model.resolve("tokenizer.json") + " has no token <pad>, the pad_token", message);
  }

  @Test
  void withoutATokenTheConfigDecides() {
    assertEquals(1, read(ModelFamily.OTHER).padId());
  }

  private TextSettings read(ModelFamily family) {
    ModelFiles files = ModelFiles.folder(model);
    return TextSettings.read(files, JsonFile.read(files, "config.json"), family);
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(model.resolve(file), content);
  }
}
