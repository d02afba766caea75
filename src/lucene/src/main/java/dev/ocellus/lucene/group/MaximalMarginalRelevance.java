package dev.ocellus.lucene.group;

import dev.ocellus.lucene.QueryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Puts photos that look unlike each other first (J. Carbonell and J. Goldstein, "The use of MMR,
 * diversity-based reranking for reordering documents and producing summaries", SIGIR 1998).
 *
 * <p>The best hit stays first. Then comes, time and again, the hit with the greatest
 *
 * <pre>lambda * score - (1 - lambda) * greatest cosine with a photo already chosen</pre>
 *
 * of the image vectors; of equal ones the one ranked higher. Only the order changes: scores stay,
 * so they no longer descend.
 *
 * @param lambda 1 leaves the ranking as it is, 0 looks at the pictures alone
 * @param depth so many of the best hits change places among each other; the others follow as they
 *     were
 */
public record MaximalMarginalRelevance(double lambda, int depth) {

  /** Most hits that are compared with each other. */
  public static final int MAX_DEPTH = 1000;

  /**
   * @throws QueryException if lambda is not in [0, 1] or depth not in [1, {@value #MAX_DEPTH}]
   */
  public MaximalMarginalRelevance {
    if (!(lambda >= 0 && lambda <= 1)) {
      throw new QueryException("lambda must be in [0, 1], got " + lambda);
    }
    if (depth < 1 || depth > MAX_DEPTH) {
      throw new QueryException("depth must be in [1, " + MAX_DEPTH + "], got " + depth);
    }
  }

  /**
   * Reorders hits.
   *
   * @param reader the one that found the hits
   * @param hits best first, with scores from 0 to 1
   */
  public List<ScoreDoc> reorder(IndexReader reader, List<ScoreDoc> hits) throws IOException {
    int reordered = Math.min(depth, hits.size());
    List<ScoreDoc> left = new ArrayList<>(hits.subList(0, reordered));
    Map<Integer, float[]> vectors = HitValues.imageVectors(reader, left);
    // Of every hit not chosen yet: the greatest cosine with a chosen one.
    float[] nearest = new float[reordered];
    Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
    List<ScoreDoc> order = new ArrayList<>(hits.size());
    for (int next = 0; !left.isEmpty(); next = best(left, nearest)) {
      ScoreDoc chosen = left.remove(next);
      System.arraycopy(nearest, next + 1, nearest, next, left.size() - next);
      order.add(chosen);
      float[] vector = vectors.get(chosen.doc);
      for (int i = 0; i < left.size(); i++) {
        nearest[i] = Math.max(nearest[i], cosine(vector, vectors.get(left.get(i).doc)));
      }
    }
    order.addAll(hits.subList(reordered, hits.size()));
    return order;
  }

  /** Zero, as of unrelated photos, where one has no vector. */
  private static float cosine(float @Nullable [] a, float @Nullable [] b) {
    return a == null || b == null ? 0 : VectorUtil.dotProduct(a, b);
  }

  private int best(List<ScoreDoc> left, float[] nearest) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < left.size(); i++) {
      double relevance = lambda * left.get(i).score - (1 - lambda) * nearest[i];
      if (relevance > most) {
        most = relevance;
        best = i;
      }
    }
    return best;
  }
}
