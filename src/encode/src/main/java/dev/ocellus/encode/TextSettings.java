package dev.ocellus.encode;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How texts become a text tower's input, beyond what the tokenizer itself does.
 *
 * @param contextLength the most tokens of a text, special tokens included; longer texts are cut,
 *     and shorter ones padded to it where the model cannot tell padding from text
 * @param padId the token that fills up shorter texts
 * @param padLeft whether padding stands before the text
 * @param lowerCase whether texts are lower-cased before they are tokenized
 */
record TextSettings(int contextLength, long padId, boolean padLeft, boolean lowerCase) {

  private static final String CONFIG = "tokenizer_config.json";
  private static final String SPECIAL_TOKENS = "special_tokens_map.json";

  /** Tokenizers without a limit state a huge number as theirs. */
  private static final int NO_LIMIT = 1_000_000;

  /**
   * Reads the settings.
   *
   * @param config the model's {@code config.json}
   * @throws ModelException if none of the files says how long texts may be
   */
  static TextSettings read(ModelFiles files, JsonFile config, ModelFamily family) {
    JsonFile tokenizer = JsonFile.readIfAny(files, CONFIG);
    var file = new TokenizerFile(files);
    int context = contextLength(config, tokenizer, file, family);
    JsonNode padding = file.block("padding");
    int fixed = padding.at("/strategy/Fixed").asInt(0);
    boolean left =
        padding.path("direction").asText(tokenizer.text("/padding_side")).equalsIgnoreCase("left");
    return new TextSettings(
        fixed > 0 ? Math.min(context, fixed) : context,
        padId(files, config, tokenizer, file, padding),
        left,
        lowerCases(tokenizer));
  }

  /** The model's positions or the tokenizer's limit, whichever is less. */
  private static int contextLength(
      JsonFile config, JsonFile tokenizer, TokenizerFile file, ModelFamily family) {
    int stated = config.count("/text_config/max_position_embeddings");
    // A text encoder by itself states it at the top.
    int positions = stated > 0 ? stated : config.count("/max_position_embeddings");
    int limit = tokenizer.count("/model_max_length");
    if (limit > 0 && limit <= NO_LIMIT) {
      return positions > 0 ? Math.min(positions, limit) : limit;
    }
    int length = positions > 0 ? positions : file.block("truncation").path("max_length").asInt(0);
    if (length <= 0) {
      length = family.contextLength;
    }
    if (length <= 0) {
      throw config.error("text_config.max_position_embeddings must be the longest text in tokens");
    }
    return length;
  }

  /** The tokenizer's own pad token; what the model's configuration calls so is often wrong. */
  private static long padId(
      ModelFiles files, JsonFile config, JsonFile tokenizer, TokenizerFile file, JsonNode padding) {
    if (padding.path("pad_id").isIntegralNumber()) {
      return padding.path("pad_id").longValue();
    }
    String token = token(tokenizer);
    if (token.isEmpty()) {
      token = token(JsonFile.readIfAny(files, SPECIAL_TOKENS));
    }
    if (!token.isEmpty()) {
      long id = file.id(token);
      if (id < 0) {
        throw new ModelException(
            files.describe(TokenizerFile.FILE) + " has no token " + token + ", the pad_token");
      }
      return id;
    }
    JsonNode stated = config.root().at("/text_config/pad_token_id");
    return stated.isIntegralNumber()
        ? stated.longValue()
        : config.root().path("pad_token_id").asLong(0);
  }

  /** A special token is a string, or an object with its content. */
  private static String token(JsonFile file) {
    String content = file.text("/pad_token/content");
    return content.isEmpty() ? file.text("/pad_token") : content;
  }

  /**
   * SigLIP 2 was trained on lower-cased texts, which its tokenizer.json does not say: it is
   * Gemma's. Its class in Transformers, or this flag, does.
   */
  private static boolean lowerCases(JsonFile tokenizer) {
    return tokenizer.flag("do_lower_case", false)
        || tokenizer.text("/tokenizer_class").startsWith("Siglip2Tokenizer");
  }

  /** The same for texts of at most so many tokens. */
  TextSettings within(int length) {
    return new TextSettings(Math.min(contextLength, length), padId, padLeft, lowerCase);
  }
}
