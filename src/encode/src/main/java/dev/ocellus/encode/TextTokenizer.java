package dev.ocellus.encode;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns texts into tokens by a model's {@code tokenizer.json}. Safe for use by threads. */
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

  /** Tokens of each text, special tokens included, cut to the context length. */
  List<TokenizedText> tokenize(List<String> texts) {
    List<TokenizedText> tokenized = new ArrayList<>(texts.size());
    for (String text : texts) {
      var given = TokenizerInput.of(text, settings.lowerCase());
      tokenized.add(TokenizedText.of(tokenizer.encode(given.text()), given));
    }
    return tokenized;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
