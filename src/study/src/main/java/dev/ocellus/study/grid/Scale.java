package dev.ocellus.study.grid;

/**
 * How much of the data a study takes.
 *
 * @param photos judged photos at most
 * @param pairs judged pairs at most for one target
 * @param queries texts at most that search for their photo
 * @param captions captions at most that text vectors learn from
 * @param folds of the cross-validation; 1 for one split of seven parts to learn from and three to
 *     measure on
 * @param resamples of the bootstrap
 */
public record Scale(int photos, int pairs, int queries, int captions, int folds, int resamples) {

  /** All judged photos. */
  public static final Scale FULL = new Scale(Integer.MAX_VALUE, 6000, 250, 30_000, 3, 500);

  /** A look, no result. */
  public static final Scale QUICK = new Scale(150, 1000, 100, 3000, 1, 100);

  public Scale {
    if (photos < 2 || pairs < 1 || queries < 1 || captions < 1 || folds < 1 || resamples < 1) {
      throw new IllegalArgumentException("all of a scale must be above 0, and two photos");
    }
  }

  /** The same with another number of folds. */
  public Scale withFolds(int newFolds) {
    return new Scale(photos, pairs, queries, captions, newFolds, resamples);
  }
}
