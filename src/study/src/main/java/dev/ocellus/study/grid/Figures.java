package dev.ocellus.study.grid;

import java.util.List;

/** Names of what is measured, as result files have them, in their order. */
public final class Figures {

  /** Mean absolute error, against the cell's target. */
  public static final String MAE = "mae";

  /** Root of the mean squared error. */
  public static final String RMSE = "rmse";

  public static final String PEARSON = "pearson";
  public static final String SPEARMAN = "spearman";
  public static final String TAU_B = "tau_b";
  public static final String TAU_C = "tau_c";

  /** Kendall's tau-c of the score against all three ratings, each a row of its own. */
  public static final String EXPERT_TAU_C = "expert_tau_c";

  /** Kendall's tau-b of the score against the crowd's share of yes. */
  public static final String CROWD_TAU_B = "crowd_tau_b";

  /** F1 by thresholds chosen on the training side. */
  public static final String F1 = "f1";

  public static final String ROC_AUC = "roc_auc";
  public static final String AVERAGE_PRECISION = "average_precision";

  /** Expected calibration error, ten bins of equal mass. */
  public static final String ECE = "ece";

  public static final String RECALL_1 = "recall_at_1";
  public static final String RECALL_5 = "recall_at_5";
  public static final String RECALL_10 = "recall_at_10";
  public static final String MRR = "mrr";
  public static final String NDCG_10 = "ndcg_at_10";
  public static final String MEDIAN_RANK = "median_rank";

  /** Photos that some query finds first: 1 means the same picture for every query. */
  public static final String DISTINCT_FIRST_HITS = "distinct_first_hits";

  /** All, in the order of columns. */
  public static final List<String> ALL =
      List.of(
          MAE,
          RMSE,
          PEARSON,
          SPEARMAN,
          TAU_B,
          TAU_C,
          EXPERT_TAU_C,
          CROWD_TAU_B,
          F1,
          ROC_AUC,
          AVERAGE_PRECISION,
          ECE,
          RECALL_1,
          RECALL_5,
          RECALL_10,
          MRR,
          NDCG_10,
          MEDIAN_RANK,
          DISTINCT_FIRST_HITS);

  private Figures() {}

  /** The figure by which methods of one target are compared: agreement with who judged. */
  public static String primary(String target) {
    return target.startsWith("crowd") ? CROWD_TAU_B : EXPERT_TAU_C;
  }
}
