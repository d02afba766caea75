package dev.ocellus.encode;

import java.util.List;

/**
 * The text side of an encoder that also shows what it makes of the single tokens; {@link
 * Encoder#tokens()} has it where the model's text graph has the outputs {@code token_embeddings}
 * and {@code sentence_embedding}, as the bundled ones do. It lives as long as its encoder.
 */
public interface TokenEncoder {

  /** Length of token and sentence vectors. */
  int tokenDimension();

  /**
   * Encodes texts as {@link Encoder#encodeTexts} does, with the same vectors, in the same number of
   * runs of the graph.
   *
   * @return one encoding a text, in the order given
   */
  List<TextEncoding> encode(List<String> texts);

  /** Encodes one text. */
  default TextEncoding encode(String text) {
    return encode(List.of(text)).getFirst();
  }
}
