package dev.ocellus.study.learn;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trees of LightGBM, on one thread: a random forest, or gradient boosting. Both keep the score from
 * falling where a feature is a similarity.
 *
 * <p>CatBoost is not here: what it publishes for Java (ai.catboost:catboost-prediction) applies
 * models and cannot train them.
 */
final class TreeLearner implements Learner {

  /** What LightGBM is told for every tree. */
  private static final String FIXED =
      " num_threads=1 seed=42 deterministic=true force_col_wise=true max_bin=63 verbosity=-1";

  private final String name;
  private final List<Settings> candidates;

  /**
   * How trees are grown.
   *
   * @param rounds number of trees
   * @param parameters what else LightGBM is told
   */
  record Settings(int rounds, String parameters) {}

  private TreeLearner(String name, List<Settings> candidates) {
    this.name = name;
    this.candidates = candidates;
  }

  /** A random forest (Breiman 2001): each tree sees 63 % of the rows, each split some features. */
  static TreeLearner forest() {
    String forest =
        "boosting=rf objective=regression bagging_freq=1 bagging_fraction=0.632"
            + " feature_fraction_bynode=0.3 num_leaves=127 min_data_in_leaf=";
    return new TreeLearner(
        "forest", IntStream.of(3, 15).mapToObj(least -> new Settings(60, forest + least)).toList());
  }

  /** Gradient-boosted trees (Friedman 2001), of cross-entropy, so that scores are probabilities. */
  static TreeLearner boosting() {
    String boosting =
        "boosting=gbdt objective=cross_entropy learning_rate=0.08 bagging_freq=1"
            + " bagging_fraction=0.8 feature_fraction=0.3 lambda_l2=1 ";
    return new TreeLearner(
        "gbt",
        List.of(
            new Settings(60, boosting + "num_leaves=7 min_data_in_leaf=20"),
            new Settings(100, boosting + "num_leaves=15 min_data_in_leaf=20")));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String settings() {
    return "%s,%s, %s".formatted(candidates, FIXED, InnerSplit.SETTINGS);
  }

  @Override
  public Predictor fit(Dataset train) {
    return grow(HyperparameterSearch.best(candidates, train, TreeLearner::grow), train);
  }

  private static Predictor grow(Settings settings, Dataset train) {
    String monotone =
        IntStream.range(0, train.width())
            .mapToObj(j -> train.isSimilarity(j) ? "1" : "0")
            .collect(Collectors.joining(","));
    String parameters =
        settings.parameters()
            + (monotone.contains("1") ? " monotone_constraints=" + monotone : "")
            + FIXED;
    try (LightGbmRows rows = LightGbmRows.of(train, parameters)) {
      LGBMBooster booster = LGBMBooster.create(rows.dataset(), parameters);
      for (int round = 0; round < settings.rounds() && !booster.updateOneIter(); round++) {
        // updateOneIter says whether there was nothing left to split
      }
      return new Trees(booster, train.width());
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM failed: " + e.getMessage(), e);
    }
  }
}
