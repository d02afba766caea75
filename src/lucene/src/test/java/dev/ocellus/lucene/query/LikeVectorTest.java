package dev.ocellus.lucene.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.fusion.Likeness;
import org.junit.jupiter.api.Test;

/** Arithmetic of pictures and words. */
class LikeVectorTest {

  private static final float[] NO_MEAN = new float[3];
  private static final float[] X = {1, 0, 0};
  private static final float[] Y = {0, 1, 0};

  private static String refusal(LikeVector sum) {
    return assertThrows(IllegalArgumentException.class, () -> sum.part(Likeness.DEFAULT))
        .getMessage();
  }

  @Test
  void onePictureIsItself() {
    LikePart part = new LikeVector(NO_MEAN).picture(X, 5).part(Likeness.DEFAULT);
    assertArrayEquals(X, part.vector());
    assertEquals(1, part.length());
  }

  /** (1, -1) at unit length. */
  @Test
  void picturesAreAddedAndTakenAway() {
    LikePart part = new LikeVector(NO_MEAN).picture(X, 1).picture(Y, -1).part(Likeness.DEFAULT);
    float half = (float) Math.sqrt(.5);
    assertArrayEquals(new float[] {half, -half, 0}, part.vector(), 1e-6f);
    assertEquals(1, part.length());
  }

  /** (1, 0) and twice (0, 1): length root 5, where the pictures' own is 1. */
  @Test
  void aTextCountsTwiceAndLengthensTheSum() {
    LikePart part = new LikeVector(NO_MEAN).picture(X, 1).text(Y, 1).part(Likeness.DEFAULT);
    float root = (float) Math.sqrt(5);
    assertArrayEquals(new float[] {1 / root, 2 / root, 0}, part.vector(), 1e-6f);
    assertEquals(root, part.length(), 1e-6);
  }

  /** Beside a picture of weight 2 a text of weight 2 counts as 1 beside 1. */
  @Test
  void onlyTheProportionOfWeightsCounts() {
    LikePart once = new LikeVector(NO_MEAN).picture(X, 1).text(Y, 1).part(Likeness.DEFAULT);
    LikePart twice = new LikeVector(NO_MEAN).picture(X, 2).text(Y, 2).part(Likeness.DEFAULT);
    assertArrayEquals(once.vector(), twice.vector(), 1e-6f);
    assertEquals(once.length(), twice.length(), 1e-6);
  }

  /** (.6, .8) less the mean (.6, 0) is (0, .8), whose direction is (0, 1). */
  @Test
  void whatAllTextsShareIsTakenFromATextFirst() {
    LikePart part =
        new LikeVector(new float[] {.6f, 0, 0})
            .picture(X, 1)
            .text(new float[] {.6f, .8f, 0}, -1)
            .part(Likeness.DEFAULT);
    float root = (float) Math.sqrt(5);
    assertArrayEquals(new float[] {1 / root, -2 / root, 0}, part.vector(), 1e-6f);
  }

  @Test
  void whatHasNoDirectionIsRefused() {
    assertEquals(
        "arithmetic of pictures and words needs a picture",
        refusal(new LikeVector(NO_MEAN).text(X, 1)));
    assertEquals(
        "the pictures cancel out; nothing is left to be like",
        refusal(new LikeVector(NO_MEAN).picture(X, 1).picture(X, -1)));
    assertEquals(
        "pictures and words cancel out; nothing is left to be like",
        refusal(new LikeVector(NO_MEAN).picture(X, 2).text(X, -1)));
    assertThrows(IllegalArgumentException.class, () -> new LikeVector(NO_MEAN).picture(X, 0));
  }
}
