package dev.ocellus.encode;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Turns texts into token ids by a model's {@code tokenizer.json}. Safe for use by threads. */
final class TextTokenizer implements AutoCloseable {

  static final String FILE = "tokenizer.json";

  private final HuggingFaceTokenizer tokenizer;
  private final long padId;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, long padId) {
    this.tokenizer = tokenizer;
    this.padId = padId;
  }

  /**
   * Loads a model's tokenizer.
   *
   * @param contextLength the most tokens a text may have; longer texts are cut, their closing
   *     special token kept
   */
  static TextTokenizer open(ModelFiles files, int contextLength) {
    NativeLibraries.prepare();
    long padId = padId(files);
    Map<String, String> options =
        Map.of(
            "truncation",
            "true",
            "maxLength",
            String.valueOf(contextLength),
            "modelMaxLength",
            String.valueOf(contextLength),
            "padding",
            "false");
    try (var json = new ByteArrayInputStream(files.bytes(FILE))) {
      return new TextTokenizer(HuggingFaceTokenizer.newInstance(json, options), padId);
    } catch (EngineException | LinkageError e) {
      throw NativeLibraries.unloadable("the tokenizers' native library (see DJL_CACHE_DIR)", e);
    } catch (IOException | RuntimeException e) {
      throw new ModelException(
          files.describe(FILE) + " is no usable tokenizer: " + e.getMessage(), e);
    }
  }

  /** The token that fills up shorter texts of a batch. */
  long padId() {
    return padId;
  }

  /** Token ids of each text, special tokens included, cut to the context length. */
  long[][] encode(List<String> texts) {
    long[][] ids = new long[texts.size()][];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = tokenizer.encode(wellFormed(texts.get(i))).getIds();
    }
    return ids;
  }

  /** Half a surrogate pair is no character and has no UTF-8 form; it becomes U+FFFD. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  private static long padId(ModelFiles files) {
    // tokenizer.json is large and its padding stands near the top, so it is not read as a whole.
    try (JsonParser json = new JsonFactory().createParser(files.bytes(FILE))) {
      for (json.nextToken(); json.nextToken() == JsonToken.FIELD_NAME; json.skipChildren()) {
        boolean padding = json.currentName().equals("padding");
        if (json.nextToken() == JsonToken.START_OBJECT && padding) {
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean id = json.currentName().equals("pad_id");
            json.nextToken();
            if (id) {
              return json.getLongValue();
            }
            json.skipChildren();
          }
        }
      }
    } catch (IOException e) {
      throw new ModelException(
          files.describe(FILE) + " is not JSON: " + e.getClass().getSimpleName(), e);
    }
    JsonFile config = JsonFile.read(files, "config.json");
    JsonNode stated = config.root().at("/text_config/pad_token_id");
    return stated.isIntegralNumber()
        ? stated.longValue()
        : config.root().path("pad_token_id").asLong(0);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
