package dev.ocellus.lucene.text;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * How well the tokens of a photo's captions match those of a query: late interaction with learned
 * token weights. Captions are added one by one; used by one thread.
 */
public final class TokenMatch {

  /** Cosine -1 as a product: integers are compared, which is faster. */
  private static final int LEAST = -(int) TokenVectors.SQUARED_SCALE;

  private final TokenVectors query;
  private final float weightSum;
  private final PackedTokens packed;
  private final int[] products;

  /**
   * Of each query token, the best cosine in all captions, in this one, and summed over captions.
   */
  private final float[] best;

  private final int[] bestHere;
  private final float[] bestSum;
  private float precisionSum;
  private int captions;

  public TokenMatch(TokenVectors query) {
    this.query = query;
    this.packed = query.packed();
    this.products = new int[query.size()];
    this.best = new float[query.size()];
    this.bestHere = new int[query.size()];
    this.bestSum = new float[query.size()];
    float sum = 0;
    for (int i = 0; i < query.size(); i++) {
      sum += query.weight(i);
    }
    this.weightSum = sum;
    Arrays.fill(best, -1);
  }

  /** Begins anew, with another photo. */
  public void clear() {
    Arrays.fill(best, -1);
    Arrays.fill(bestSum, 0);
    precisionSum = 0;
    captions = 0;
  }

  /**
   * Takes a caption in. Nothing is copied: this runs for every caption of every candidate.
   *
   * @param caption as {@link TokenVectors#toBytes} has it
   */
  public void add(BytesRef caption) {
    Arrays.fill(bestHere, LEAST);
    float matched = 0;
    float weights = 0;
    int tokens = Byte.toUnsignedInt(caption.bytes[caption.offset]);
    int firstWeight = caption.offset + 1;
    for (int j = 0; j < tokens && bestHere.length > 0; j++) {
      packed.multiply(caption.bytes, firstWeight + tokens + j * query.dimension(), products);
      int nearest = LEAST;
      for (int i = 0; i < bestHere.length; i++) {
        int product = products[i];
        bestHere[i] = Math.max(bestHere[i], product);
        nearest = Math.max(nearest, product);
      }
      int weight = Byte.toUnsignedInt(caption.bytes[firstWeight + j]);
      matched += weight * (nearest / TokenVectors.SQUARED_SCALE);
      weights += weight;
    }
    for (int i = 0; i < best.length; i++) {
      float cosine = bestHere[i] / TokenVectors.SQUARED_SCALE;
      best[i] = Math.max(best[i], cosine);
      bestSum[i] += cosine;
    }
    precisionSum += weights > 0 ? matched / weights : 0;
    captions++;
  }

  /** Whether there is something to compare: a query with tokens, and a caption. */
  public boolean isKnown() {
    return captions > 0 && best.length > 0;
  }

  /** Weighted mean, over the query's tokens, of the best cosine in any caption: -1 to 1. */
  public float recall() {
    float sum = 0;
    for (int i = 0; i < best.length; i++) {
      sum += query.weight(i) * best[i];
    }
    return sum / weightSum;
  }

  /** Mean over captions of what share of their tokens' weight the query matches: -1 to 1. */
  public float precision() {
    return precisionSum / captions;
  }

  /** The greatest weight times distance of a query token from its best match: 0 or more. */
  public float gap() {
    float gap = 0;
    for (int i = 0; i < best.length; i++) {
      gap = Math.max(gap, query.weight(i) * (1 - best[i]));
    }
    return gap;
  }

  /**
   * As {@link #recall}, of some of the query's tokens and as the captions have them on average.
   *
   * @return 1 where there are no such tokens, of which then nothing is unmatched
   */
  public float recallOf(List<Integer> tokens) {
    float sum = 0;
    float weights = 0;
    for (int token : tokens) {
      sum += query.weight(token) * bestSum[token] / captions;
      weights += query.weight(token);
    }
    return weights > 0 ? sum / weights : 1;
  }
}
