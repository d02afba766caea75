package dev.ocellus.lucene;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Mean vectors of a collection, which its index records at every commit: the centre that
 * Distribution Normalization (Zhou et al. 2023) takes half of away from each side.
 *
 * @param image mean of the image vectors, or null while there is none
 * @param text mean of the caption vectors, or null while there is none
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below compare contents
public record CollectionMeans(float @Nullable [] image, float @Nullable [] text) {

  /** Means of a collection that has no vectors. */
  public static final CollectionMeans NONE = new CollectionMeans(null, null);

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CollectionMeans means
        && Arrays.equals(image, means.image)
        && Arrays.equals(text, means.text);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(image) + Arrays.hashCode(text);
  }

  @Override
  public String toString() {
    return "CollectionMeans[image=" + (image != null) + ", text=" + (text != null) + "]";
  }
}
