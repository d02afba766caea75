package dev.ocellus.fusion;

import java.util.Map;

/**
 * How a score came about: log-odds that add up.
 *
 * @param regime name of the regime used; "none" where nothing is known
 * @param intercept log-odds of a typical pair, negative infinity where nothing is known
 * @param features what each feature adds, in the order of {@link Feature}
 */
public record Contribution(String regime, double intercept, Map<Feature, Double> features) {

  /** The sum: the score is 1 / (1 + exp(-logit)). */
  public double logit() {
    double sum = intercept;
    for (double value : features.values()) {
      sum += value;
    }
    return sum;
  }
}
