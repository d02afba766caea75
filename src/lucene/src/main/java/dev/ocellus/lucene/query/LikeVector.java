package dev.ocellus.lucene.query;

import dev.ocellus.fusion.Likeness;
import dev.ocellus.lucene.text.StableSum;
import java.util.ArrayList;
import java.util.List;

/**
 * Arithmetic of pictures and words: {@code like:a - like:b + "at night"}.
 *
 * <p>Pictures are summed with their weights; the sum's length is the unit. Texts and pictures lie
 * apart in an encoder's space (Liang et al., "Mind the gap", NeurIPS 2022), so of a text only its
 * direction from the mean of texts is added, and {@value #TEXT_SCALE} times: cosines between a text
 * and the pictures that it fits are about half of those between pictures that are alike.
 * docs/benchmarks.md has what other scales give. A text so adds to the log-odds of a photo in
 * proportion to their cosine.
 *
 * <p>Not safe for use by several threads.
 */
public final class LikeVector {

  /** What a text of weight 1 counts beside a picture of weight 1. */
  public static final float TEXT_SCALE = 2;

  /** A sum of unit vectors shorter than this is rounding. */
  private static final double SHORTEST = 1e-3;

  private record Term(float[] vector, double weight) {}

  private final float[] meanText;
  private final List<Term> pictures = new ArrayList<>();
  private final List<Term> texts = new ArrayList<>();

  /**
   * @param meanText mean of many texts' vectors, as {@link
   *     dev.ocellus.lucene.text.ReferenceTexts#mean} has it; needed where texts are added, else may
   *     be zeros
   */
  public LikeVector(float[] meanText) {
    this.meanText = meanText.clone();
  }

  /**
   * Adds a picture.
   *
   * @param imageVector unit vector
   * @param weight below 0 to be unlike it
   */
  public LikeVector picture(float[] imageVector, double weight) {
    pictures.add(new Term(imageVector, check(weight)));
    return this;
  }

  /**
   * Adds a text.
   *
   * @param imageVector its unit vector in the space of photos
   * @param weight below 0 to be unlike it
   */
  public LikeVector text(float[] imageVector, double weight) {
    float[] direction = imageVector.clone();
    for (int i = 0; i < direction.length; i++) {
      direction[i] -= meanText[i];
    }
    texts.add(new Term(StableSum.normalize(direction), check(weight)));
    return this;
  }

  private static double check(double weight) {
    if (!Double.isFinite(weight) || weight == 0) {
      throw new IllegalArgumentException(
          "the weight of a picture or text must not be 0, got " + weight);
    }
    return weight;
  }

  /**
   * The part of a query that asks for photos like these.
   *
   * @throws IllegalArgumentException if there is no picture or they cancel out
   */
  public LikePart part(Likeness likeness) {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("arithmetic of pictures and words needs a picture");
    }
    double[] sum = new double[meanText.length];
    add(pictures, 1, sum);
    double unit = length(sum);
    if (unit < SHORTEST) {
      throw new IllegalArgumentException("the pictures cancel out; nothing is left to be like");
    }
    add(texts, TEXT_SCALE, sum);
    double length = length(sum);
    if (length < SHORTEST) {
      throw new IllegalArgumentException(
          "pictures and words cancel out; nothing is left to be like");
    }
    float[] vector = new float[sum.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (sum[i] / length);
    }
    return new LikePart(vector, (float) (length / unit), likeness);
  }

  private static void add(List<Term> terms, double scale, double[] sum) {
    for (Term term : terms) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += scale * term.weight() * term.vector()[i];
      }
    }
  }

  private static double length(double[] vector) {
    double squares = 0;
    for (double component : vector) {
      squares += component * component;
    }
    return Math.sqrt(squares);
  }
}
