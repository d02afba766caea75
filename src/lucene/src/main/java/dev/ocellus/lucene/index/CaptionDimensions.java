package dev.ocellus.lucene.index;

import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TextEncoder;
import dev.ocellus.lucene.text.TokenVectors;

/**
 * How long the vectors are that an encoder makes of captions.
 *
 * @param vector of a caption among captions
 * @param token of a token; 0 of an encoder that shows none
 */
public record CaptionDimensions(int vector, int token) {

  /** Those of an encoder, which is asked. */
  static CaptionDimensions of(TextEncoder encoder) {
    EncodedText text = encoder.encode("photo");
    TokenVectors tokens = text.tokens();
    return new CaptionDimensions(
        text.captionVector().length, tokens == null ? 0 : tokens.dimension());
  }
}
