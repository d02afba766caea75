package dev.ocellus.encode;

/**
 * All that one run of a text graph gives. The arrays are not copied.
 *
 * @param vector the text in the space that it shares with photos: what {@link Encoder#encodeText}
 *     gives, a unit vector of {@link Encoder#dimension()} floats
 * @param sentence the text among texts, a unit vector of {@link TokenEncoder#tokenDimension()}
 *     floats: the mean of all its token vectors, those of special tokens included
 * @param tokens its token vectors, as the model's last layer gave them
 * @param late its tokens' unit vectors for late interaction (ColBERT: Khattab and Zaharia, 2020),
 *     whose dot products compare texts token by token: the graph's output {@code token_vectors}, or
 *     where it has none, {@code tokens} brought to unit length
 * @param lateWeights how much each of these counts, above 0, of no fixed scale: the output {@code
 *     token_weights}, or where the graph has none, all 1
 */
public record TextEncoding(
    float[] vector,
    float[] sentence,
    TokenEmbeddings tokens,
    TokenEmbeddings late,
    float[] lateWeights) {

  public TextEncoding {
    if (late.size() != tokens.size() || lateWeights.length != tokens.size()) {
      throw new IllegalArgumentException(
          "%d tokens, but %d vectors and %d weights for late interaction"
              .formatted(tokens.size(), late.size(), lateWeights.length));
    }
  }
}
