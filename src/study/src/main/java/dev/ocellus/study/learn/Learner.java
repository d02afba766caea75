package dev.ocellus.study.learn;

/**
 * A way to learn a score. Learners hold no state: one may be used by several threads and any number
 * of times, and gives the same model for the same rows.
 */
public interface Learner {

  /** The name in tables and options: {@code ridge}. */
  String name();

  /**
   * All that a fit depends on beside its rows, hyper-parameters to choose from, seeds and so on: a
   * kept result counts for these settings alone.
   */
  String settings();

  /**
   * Whether features of this kind are what it takes; a learner that takes one feature alone refuses
   * others.
   */
  default boolean takes(int width) {
    return width > 0;
  }

  /**
   * Fits a model. Hyper-parameters are chosen inside: on a part of the rows' groups that is held
   * out for that.
   *
   * @throws IllegalArgumentException if the learner does not take so many features
   */
  Predictor fit(Dataset train);
}
