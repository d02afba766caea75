package dev.ocellus.encode;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as its tokens.
 *
 * @param ids special tokens included
 * @param positions the places in {@code ids} of the tokens that stand for text
 * @param spans where these stand in the text
 */
record TokenizedText(long[] ids, int[] positions, List<TokenSpan> spans) {

  /** Takes over what a tokenizer answered to {@code input}. */
  static TokenizedText of(Encoding encoding, TokenizerInput input) {
    CharSpan[] spans = encoding.getCharTokenSpans();
    long[] words = encoding.getWordIds();
    List<TokenSpan> found = new ArrayList<>();
    int[] positions = new int[spans.length];
    for (int i = 0; i < spans.length; i++) {
      CharSpan span = spans[i];
      // Special tokens that the tokenizer added stand for no part of the text.
      if (span != null && words[i] >= 0) {
        positions[found.size()] = i;
        found.add(
            new TokenSpan(
                input.start(span.getStart()),
                input.end(span.getStart(), span.getEnd()),
                Math.toIntExact(words[i])));
      }
    }
    return new TokenizedText(encoding.getIds(), Arrays.copyOf(positions, found.size()), found);
  }
}
