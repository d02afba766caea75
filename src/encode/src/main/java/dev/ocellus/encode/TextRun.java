package dev.ocellus.encode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a text graph gave for a batch.
 *
 * @param texts of the batch
 * @param length tokens that each text was padded to
 * @param padLeft whether the padding stands before the text
 * @param outputs by name
 */
record TextRun(
    List<TokenizedText> texts, int length, boolean padLeft, Map<String, GraphOutput> outputs) {

  GraphOutput output(String name) {
    return Objects.requireNonNull(outputs.get(name), name);
  }

  /** Number of texts. */
  int rows() {
    return texts.size();
  }

  /** The place of a text's first token, special or not. */
  int first(int row) {
    return padLeft ? length - count(row) : 0;
  }

  /** Tokens of a text, special ones included; of a text without any, the padding in its place. */
  int count(int row) {
    return Math.max(1, texts.get(row).ids().length);
  }

  /** From an output [batch, length, dimension], the vectors of a text's tokens but special ones. */
  TokenEmbeddings tokens(int row, String output, int dimension) {
    TokenizedText text = texts.get(row);
    int first = first(row);
    int[] positions = Arrays.stream(text.positions()).map(i -> first + i).toArray();
    return new TokenEmbeddings(
        text.spans(), output(output).vectors(row, positions, rows(), length, dimension));
  }
}
