package dev.ocellus.lucene.page;

import dev.ocellus.lucene.QueryException;
import java.util.Locale;

/** Where a result ends: hits that score less are left out. */
public sealed interface ScoreCut {

  /** Everything is shown. */
  ScoreCut NONE = new Fixed(0);

  /** The cut that {@link ExpectedF1} finds best for the result at hand. */
  ScoreCut AUTO = new Auto();

  /**
   * The least score that is shown.
   *
   * @param scores those of the best photos, descending, each the probability that the photo fits
   * @return 0 to 1; above 1 (positive infinity) where nothing is best shown
   */
  float minScore(float[] scores);

  /**
   * A cut at one score, whatever was found.
   *
   * @param score 0 to 1
   */
  record Fixed(float score) implements ScoreCut {

    public Fixed {
      if (!(score >= 0 && score <= 1)) {
        throw new QueryException("the minimum score must be in [0, 1], got " + score);
      }
    }

    @Override
    public float minScore(float[] scores) {
      return score;
    }

    @Override
    public String toString() {
      return Float.toString(score);
    }
  }

  /** A cut that depends on the result. */
  record Auto() implements ScoreCut {

    @Override
    public float minScore(float[] scores) {
      int shown = ExpectedF1.bestCut(scores);
      return shown == 0 ? Float.POSITIVE_INFINITY : scores[shown - 1];
    }

    @Override
    public String toString() {
      return "auto";
    }
  }

  /**
   * Reads a cut: a number from 0 to 1, or {@code auto}.
   *
   * @param name what the caller's user calls it
   * @throws QueryException if it is neither
   */
  static ScoreCut parse(String name, String text) {
    if (text.strip().toLowerCase(Locale.ROOT).equals("auto")) {
      return AUTO;
    }
    try {
      return new Fixed(Float.parseFloat(text.strip()));
    } catch (NumberFormatException | QueryException e) {
      throw new QueryException(name + " must be in [0, 1] or auto, got " + text);
    }
  }
}
