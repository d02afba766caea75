package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.lucene.PhotoIndex;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Measures how well an index finds the photo that a text was written for.
 *
 * <p>A query's one relevant photo is its row's image. With {@code excludeOwnCaption}, the query's
 * own text is taken out of its photo's captions while that query is scored (leave-one-out), so that
 * nothing is found by its own words; the collection's statistics still count it.
 */
public final class RetrievalEvaluation {

  private RetrievalEvaluation() {}

  /**
   * Runs every query by every signal and by reciprocal-rank fusion (k = 60) of the single ones.
   *
   * @param progress hears the number of queries done
   * @throws dev.ocellus.lucene.QueryException if no query names a photo of the index
   */
  public static EvaluationReport run(
      PhotoIndex index, List<CaptionRow> queries, boolean excludeOwnCaption, LongConsumer progress)
      throws IOException {
    throw new IOException("cannot evaluate " + index + queries + excludeOwnCaption + progress);
  }
}
