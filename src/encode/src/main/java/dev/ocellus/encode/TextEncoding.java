package dev.ocellus.encode;

/**
 * All that one run of a text graph gives. The arrays are not copied.
 *
 * @param vector the text in the space that it shares with photos: what {@link Encoder#encodeText}
 *     gives, a unit vector of {@link Encoder#dimension()} floats
 * @param sentence the text among texts, a unit vector of {@link TokenEncoder#tokenDimension()}
 *     floats: the mean of all its token vectors, those of special tokens included
 * @param tokens its token vectors
 */
public record TextEncoding(float[] vector, float[] sentence, TokenEmbeddings tokens) {}
