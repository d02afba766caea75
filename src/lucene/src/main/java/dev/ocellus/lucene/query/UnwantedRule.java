package dev.ocellus.lucene.query;

/**
 * How much an unwanted text pushes a photo down. The fusion's probability is that people would say
 * that the text <em>describes</em> the photo, which of a single word they seldom do; that the photo
 * <em>shows</em> it is likelier. So the odds that it shows it are taken as {@value #ODDS} times
 * those of the fusion, and the score is multiplied by the probability that it does not. The number
 * was chosen on the dev photos: docs/benchmarks.md has what others give.
 */
public final class UnwantedRule {

  /** Odds that a photo shows a thing, over the odds that the thing's name describes it. */
  public static final double ODDS = 20;

  private UnwantedRule() {}

  /**
   * What a score is multiplied by.
   *
   * @param probability that the unwanted text describes the photo, 0 to 1
   * @return 1 - q with q / (1 - q) = ODDS * probability / (1 - probability): 1 to 0, falling
   */
  public static double factor(double probability) {
    return (1 - probability) / (1 - probability + ODDS * probability);
  }
}
