package dev.ocellus.lucene.page;

/**
 * Where to end a ranking whose scores are probabilities, so that the expected F1 of what is shown
 * is greatest.
 *
 * <p>If the photos fit independently of each other, each with the probability p<sub>i</sub> that is
 * its score, the first k hold in expectation p<sub>1</sub> + ... + p<sub>k</sub> that fit, of those
 * of all n. F1 of the first k is 2 (fitting among them) / (k + fitting of all); this takes the
 * ratio of the expectations, 2 (p<sub>1</sub> + ... + p<sub>k</sub>) / (k + p<sub>1</sub> + ... +
 * p<sub>n</sub>). Its greatest F is at the last photo whose probability is at least F / 2 (Z. C.
 * Lipton, C. Elkan, B. Naryanaswamy: Optimal Thresholding of Classifiers to Maximize F1 Measure,
 * ECML PKDD 2014).
 *
 * <p>Photos below {@link #LEAST} count as not fitting and are never shown: a window has hundreds of
 * them, whose small probabilities are not exact enough to be summed, and would promise photos that
 * are not there.
 *
 * <p>An answer of nothing is right (F1 = 1) with the probability that no photo fits, (1 -
 * p<sub>1</sub>) ... (1 - p<sub>n</sub>); if that is above the greatest F, nothing is shown.
 */
final class ExpectedF1 {

  /** Chosen of 0.05, 0.1 and 0.2 on Flickr8k's judgments, which tell little between them. */
  static final float LEAST = .1f;

  private ExpectedF1() {}

  /**
   * How many of a ranking to show.
   *
   * @param scores probabilities, descending
   * @return 0 to the number of scores; equal scores are shown together
   */
  static int bestCut(float[] scores) {
    double all = 0;
    double noneFits = 1;
    int counted = 0;
    while (counted < scores.length && scores[counted] >= LEAST) {
      all += scores[counted];
      noneFits *= 1 - scores[counted];
      counted++;
    }
    double sum = 0;
    double best = noneFits;
    int cut = 0;
    for (int k = 1; k <= counted; k++) {
      sum += scores[k - 1];
      double expected = 2 * sum / (k + all);
      // On a tie more is shown: the ratio is flat only where p = F / 2.
      if (expected >= best) {
        best = expected;
        cut = k;
      }
    }
    return cut;
  }
}
