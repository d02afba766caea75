package dev.ocellus.lucene.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class TokenMatchTest {

  /** A byte a component keeps two digits. */
  private static final double BYTE = .01;

  private static final float[] X = {1, 0, 0};
  private static final float[] Y = {0, 1, 0};
  private static final float[] NEAR_X = {.8f, 0, .6f};

  /** "dog" matters three times as much as "runs". */
  private static final TokenVectors QUERY =
      TokenVectors.of(new float[][] {X, Y}, new float[] {3, 1});

  private static TokenMatch match(TokenVectors... captions) {
    TokenMatch match = new TokenMatch(QUERY);
    match.clear();
    for (TokenVectors caption : captions) {
      match.add(caption.toBytes());
    }
    return match;
  }

  /**
   * One caption has X and something else (0, 0, 1), with weights 1 and 1; the other only .8 of X.
   * Best in any: X 1, Y 0. Recall (3 * 1 + 1 * 0) / 4 = .75. Precision: the first has one of two
   * matched, .5; the second .8; mean .65. The gap is Y's: 1 * (1 - 0).
   */
  @Test
  void recallIsOverAllCaptionsPrecisionTheirMean() {
    TokenMatch match =
        match(
            TokenVectors.of(new float[][] {X, {0, 0, 1}}, new float[] {1, 1}),
            TokenVectors.of(new float[][] {NEAR_X}, new float[] {2}));
    assertEquals(.75, match.recall(), BYTE);
    assertEquals(.65, match.precision(), BYTE);
    assertEquals(1, match.gap(), BYTE);
  }

  /** X is 1 in one caption, .8 in the other. */
  @Test
  void someTokensAreLookedForInCaptionsOnAverage() {
    TokenMatch match =
        match(
            TokenVectors.of(new float[][] {X}, new float[] {1}),
            TokenVectors.of(new float[][] {NEAR_X}, new float[] {1}));
    assertEquals(.9, match.recallOf(List.of(0)), BYTE);
    assertEquals(1, match.recallOf(List.of()), 0);
  }

  @Test
  void anotherPhotoBeginsAnew() {
    TokenMatch match = match(QUERY);
    assertEquals(1, match.recall(), BYTE);
    match.clear();
    assertFalse(match.isKnown());
    match.add(TokenVectors.of(new float[][] {NEAR_X}, new float[] {1}).toBytes());
    assertTrue(match.isKnown());
    assertEquals(.6, match.recall(), BYTE);
  }

  @Test
  void aQueryWithoutTokensIsNotKnown() {
    TokenMatch match = new TokenMatch(TokenVectors.of(new float[0][], new float[0]));
    match.clear();
    match.add(QUERY.toBytes());
    assertFalse(match.isKnown());
  }

  @Test
  void whatAnIndexStoresIsReadBack() {
    BytesRef bytes = QUERY.toBytes();
    assertEquals(1 + 2 * (1 + 3), bytes.length);
    TokenVectors read = TokenVectors.ofBytes(bytes);
    assertEquals(TokenVectors.of(new float[][] {X, Y}, new float[] {1, 1 / 3f}), read);
    assertEquals(
        0, TokenVectors.ofBytes(TokenVectors.of(new float[0][], new float[0]).toBytes()).size());
  }
}
