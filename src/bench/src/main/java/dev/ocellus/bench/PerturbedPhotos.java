package dev.ocellus.bench;

import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.TokenVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * More photos than there are, alike to real ones: a real photo's vector with a little of another's
 * in it, and one of its captions with words, tokens and vector mixed from its other captions.
 * Neighbours stay where real neighbours are, unlike among vectors drawn at random.
 */
final class PerturbedPhotos {

  /** How much of another photo's or caption's unit vector is added. */
  private static final float NOISE = 0.3f;

  /** Words, or tokens, that come from another caption of the photo. */
  private static final double SWAPPED = 0.2;

  private final List<IndexedPhoto> real;
  private final Random random;

  /**
   * @param real photos with captions
   */
  PerturbedPhotos(List<IndexedPhoto> real, long seed) {
    this.real = real;
    this.random = new Random(seed);
  }

  /** The next photo, with one caption. */
  IndexedPhoto next(int number) {
    IndexedPhoto photo = any(real);
    IndexedPhoto other = any(real);
    IndexedPhoto.Picture picture = photo.picture();
    int caption = random.nextInt(photo.captions().size());
    int second = random.nextInt(photo.captions().size());
    EncodedCaption encoded = photo.encodedCaptions().get(caption);
    EncodedCaption mixed =
        new EncodedCaption(
            mix(encoded.vector(), any(other.encodedCaptions()).vector()),
            swap(encoded.tokens(), photo.encodedCaptions().get(second).tokens()),
            encoded.subjects());
    return new IndexedPhoto(
        "%06d.jpg".formatted(number),
        photo.sha256(),
        new IndexedPhoto.Picture(
            mix(picture.vector(), other.picture().vector()),
            picture.hubness(),
            random.nextLong(),
            picture.width(),
            picture.height(),
            null),
        List.of(swap(photo.captions().get(caption), photo.captions().get(second))),
        List.of(mixed));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static float[] mix(float[] vector, float[] other) {
    float[] mixed = vector.clone();
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] += NOISE * other[i];
    }
    return VectorUtil.l2normalize(mixed);
  }

  private String swap(String caption, String other) {
    List<String> words = new ArrayList<>(List.of(caption.split(" ")));
    List<String> others = List.of(other.split(" "));
    words.replaceAll(word -> random.nextDouble() < SWAPPED ? any(others) : word);
    return String.join(" ", words);
  }

  /** Of the stored form: a count, a weight a token, a row a token. */
  private @Nullable TokenVectors swap(@Nullable TokenVectors tokens, @Nullable TokenVectors other) {
    if (tokens == null || other == null) {
      return tokens;
    }
    byte[] bytes = bytes(tokens);
    byte[] others = bytes(other);
    int size = tokens.size();
    int otherSize = other.size();
    int dimension = size == 0 ? 0 : (bytes.length - 1 - size) / size;
    for (int i = 0; i < size && otherSize > 0; i++) {
      if (random.nextDouble() < SWAPPED) {
        int from = random.nextInt(otherSize);
        bytes[1 + i] = others[1 + from];
        System.arraycopy(
            others, 1 + otherSize + from * dimension, bytes, 1 + size + i * dimension, dimension);
      }
    }
    return TokenVectors.ofBytes(new BytesRef(bytes));
  }

  private static byte[] bytes(TokenVectors tokens) {
    BytesRef stored = tokens.toBytes();
    return ArrayUtil.copyOfSubArray(stored.bytes, stored.offset, stored.offset + stored.length);
  }
}
