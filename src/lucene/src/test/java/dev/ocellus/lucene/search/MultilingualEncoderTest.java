package dev.ocellus.lucene.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Russian queries against English captions by an encoder that understands both. It is the bundled
 * one with a tokenizer that gives some forty Russian words the tokens of English ones: everything
 * behind the tokenizer is as with any encoder of several languages.
 */
class MultilingualEncoderTest {

  private static final Path BUNDLED = Path.of("..", "..", "models", "lite2-minilm-v3");

  @TempDir static Path folder;

  private static PhotoIndex index;

  @BeforeAll
  static void indexPhotos() throws IOException {
    Path model = bilingual(folder.resolve("bilingual"));
    new PhotoIndexer(
            IndexOptions.of(TestPhotos.ALL, folder.resolve("index"))
                .withCaptions(TestPhotos.CAPTIONS)
                .withModel(model.toString()))
        .run(IndexProgress.NONE);
    index = PhotoIndex.open(folder.resolve("index"));
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "две собаки у окна, two dogs at the window",
    "лошадь стоит на лугу, a horse stands on the meadow",
    "корабль стоит у берега, the ship lies by the shore",
  })
  void russianFindsWhatTheSameEnglishFinds(String russian, String english) throws IOException {
    SearchResponse found = index.search(russian);
    assertEquals(List.of(), found.notes());
    String best = index.search(english).hits().getFirst().id();
    assertTrue(RequestFixture.ids(found).subList(0, 3).contains(best), () -> found.toString());
  }

  @Test
  void aLanguageThatItDoesNotKnowIsTold() throws IOException {
    List<String> notes = index.search("zwei Hunde am Fenster").notes();
    assertEquals(1, notes.size(), notes::toString);
    assertTrue(
        notes.getFirst().startsWith("the query is in German, which the encoder "), notes::toString);
  }

  /** Makes the encoder's folder. */
  private static Path bilingual(Path model) throws IOException {
    Files.createDirectories(model.resolve("onnx"));
    for (String file :
        List.of(
            "onnx/text_model.onnx",
            "onnx/vision_model.onnx",
            "ocellus.json",
            "preprocessor_config.json",
            "tokenizer_config.json")) {
      Files.copy(BUNDLED.resolve(file), model.resolve(file));
    }
    Files.writeString(
        model.resolve("config.json"),
        Files.readString(BUNDLED.resolve("config.json"))
            .replace("ocellus/lite2-minilm-v3", "ocellus/bilingual"));
    ObjectMapper json = new ObjectMapper();
    ObjectNode tokenizer = (ObjectNode) json.readTree(BUNDLED.resolve("tokenizer.json").toFile());
    ArrayNode steps = json.createArrayNode();
    WORDS.forEach((russian, english) -> steps.add(replacing(json, russian, english)));
    steps.add(tokenizer.get("normalizer"));
    tokenizer.putObject("normalizer").put("type", "Sequence").set("normalizers", steps);
    json.writeValue(model.resolve("tokenizer.json").toFile(), tokenizer);
    return model;
  }

  private static ObjectNode replacing(ObjectMapper json, String russian, String english) {
    ObjectNode step = json.createObjectNode().put("type", "Replace").put("content", english);
    step.putObject("pattern").put("Regex", "(?<!\\p{L})" + russian + "(?!\\p{L})");
    return step;
  }

  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("собака", "a dog"),
              Map.entry("собаки", "dogs"),
              Map.entry("бежит", "runs"),
              Map.entry("по", "through"),
              Map.entry("снегу", "the snow"),
              Map.entry("две", "two"),
              Map.entry("женщины", "women"),
              Map.entry("пьют", "drink"),
              Map.entry("чай", "tea"),
              Map.entry("старый", "an old"),
              Map.entry("дом", "house"),
              Map.entry("горах", "the mountains"),
              Map.entry("в", "in"),
              Map.entry("мальчик", "a boy"),
              Map.entry("прыгает", "jumps"),
              Map.entry("воду", "the water"),
              Map.entry("девочка", "a girl"),
              Map.entry("читает", "reads"),
              Map.entry("книгу", "a book"),
              Map.entry("под", "under"),
              Map.entry("деревом", "a tree"),
              Map.entry("дождём", "the rain"),
              Map.entry("лошадь", "a horse"),
              Map.entry("стоит", "stands"),
              Map.entry("на", "on"),
              Map.entry("лугу", "the meadow"),
              Map.entry("корабль", "the ship"),
              Map.entry("у", "by"),
              Map.entry("окна", "the window"),
              Map.entry("берега", "the shore"),
              Map.entry("люди", "people"),
              Map.entry("ждут", "wait")));
}
