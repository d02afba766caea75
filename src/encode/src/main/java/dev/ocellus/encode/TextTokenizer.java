package dev.ocellus.encode;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns texts into token ids by a model's {@code tokenizer.json}. Safe for use by threads. */
final class TextTokenizer implements AutoCloseable {

  private final HuggingFaceTokenizer tokenizer;
  private final TextSettings settings;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, TextSettings settings) {
    this.tokenizer = tokenizer;
    this.settings = settings;
  }

  /**
   * Loads a model's tokenizer. Texts longer than the context are cut, their closing special token
   * kept; padding is left to who makes batches.
   */
  static TextTokenizer open(ModelFiles files, TextSettings settings) {
    NativeLibraries.prepare();
    String length = String.valueOf(settings.contextLength());
    Map<String, String> options =
        Map.of(
            "truncation",
            "true",
            "maxLength",
            length,
            "modelMaxLength",
            length,
            "padding",
            "false");
    try (var json = new ByteArrayInputStream(files.bytes(TokenizerFile.FILE))) {
      return new TextTokenizer(HuggingFaceTokenizer.newInstance(json, options), settings);
    } catch (EngineException | LinkageError e) {
      throw NativeLibraries.unloadable("the tokenizers' native library (see DJL_CACHE_DIR)", e);
    } catch (IOException | RuntimeException e) {
      throw new ModelException(
          files.describe(TokenizerFile.FILE) + " is no usable tokenizer: " + e.getMessage(), e);
    }
  }

  /** Token ids of each text, special tokens included, cut to the context length. */
  long[][] encode(List<String> texts) {
    long[][] ids = new long[texts.size()][];
    for (int i = 0; i < ids.length; i++) {
      String text = wellFormed(texts.get(i));
      ids[i] = tokenizer.encode(settings.lowerCase() ? lowerCase(text) : text).getIds();
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

  /** Each character by itself, as tokenizers do: a final sigma is like any other. */
  private static String lowerCase(String text) {
    return text.codePoints()
        .mapToObj(c -> Character.toString(c).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
