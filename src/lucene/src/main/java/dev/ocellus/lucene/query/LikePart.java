package dev.ocellus.lucene.query;

import dev.ocellus.fusion.Likeness;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pictures to be like, with texts added to or taken from them, as one vector: {@link LikeVector}
 * makes it. A photo fits it with the probability that {@code likeness} gives {@code length} times
 * the cosine of its image vector and {@code vector}. The array is not copied.
 *
 * @param vector unit vector among images
 * @param length 1 for pictures alone; the length of the sum with texts
 * @param likeness from cosine to probability
 */
public record LikePart(float[] vector, float length, Likeness likeness) implements QueryPart {

  /** The photos like one picture. */
  public static LikePart of(float[] imageVector, Likeness likeness) {
    return new LikePart(imageVector, 1, likeness);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LikePart that
        && length == that.length
        && Arrays.equals(vector, that.vector)
        && likeness.equals(that.likeness);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(vector), length, likeness);
  }

  @Override
  public String toString() {
    return "like=" + vector[0] + ",...";
  }
}
