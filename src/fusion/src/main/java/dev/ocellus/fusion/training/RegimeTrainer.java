package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.Regime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits the curves of one regime, the penalty chosen by grouped cross-validation.
 *
 * <p>Where the pairs tell their queries, the curves of the photo's features are fitted to rank each
 * query's match first ({@link ConditionalLoss}); what that leaves open, the intercept, the scale
 * and the curves of the query's own features, is then fitted as logistic regression, so that the
 * score is a probability. Otherwise all of it is one logistic regression.
 */
final class RegimeTrainer {
  /** A slope costs this part of what a bend costs. */
  private static final double RIDGE = 0.01;

  /** The penalty is chosen on about so many pairs: more would not change the choice. */
  private static final int SAMPLE = 40_000;

  private final TrainingPairs pairs;
  private final LogisticFusionTrainer settings;
  private final AdditiveDesign design;
  private final boolean ranks;

  RegimeTrainer(TrainingPairs pairs, List<Feature> features, LogisticFusionTrainer settings) {
    this.pairs = pairs;
    this.settings = settings;
    this.design = new AdditiveDesign(pairs, features, settings.knots());
    this.ranks = pairs.hasQueries();
  }

  Regime train(String name, List<Feature> requires) {
    int[] all = IntStream.range(0, pairs.size()).toArray();
    int[] sample = sample();
    double penalty = bestPenalty(sample);
    // A fit to a sample is a cheap start for the fit to all.
    double[] start = fit(sample, penalty, new double[design.parameters()]);
    double[] fitted = sample.length == all.length ? start : fit(all, penalty, start);
    if (ranks) {
      fitted = calibrated(fitted, penalty);
    }
    return new Regime(name, requires, fitted[0], design.fittedCurves(fitted));
  }

  private double[] fit(int[] rows, double penalty, double[] start) {
    double[][] penalties = design.penalty(penalty, RIDGE * penalty);
    // The conditional likelihood does not depend on the intercept, which this holds at 0.
    penalties[0][0] = ranks ? 1 : 0;
    return ConstrainedNewton.minimise(loss(rows, penalties), start, design.nonNegative());
  }

  private AdditiveLoss loss(int[] rows, double[][] penalties) {
    return ranks
        ? new ConditionalLoss(design, rows, penalties)
        : new LogisticLoss(design, rows, penalties);
  }

  /** Keeps the ranking within each query, and makes the score a probability. */
  private double[] calibrated(double[] ranking, double penalty) {
    boolean[] ofPhoto = design.ofPhoto();
    int n = ranking.length;
    int[] free = IntStream.range(0, n).filter(i -> !ofPhoto[i]).toArray();
    // First the scale of the ranking's own parameters, then the others, each by itself.
    double[][] map = new double[n][1 + free.length];
    for (int i = 0; i < n; i++) {
      map[i][0] = ofPhoto[i] ? ranking[i] : 0;
    }
    for (int f = 0; f < free.length; f++) {
      map[free[f]][1 + f] = 1;
    }
    double[][] penalties = design.penalty(penalty, RIDGE * penalty);
    for (int i = 0; i < n; i++) {
      if (ofPhoto[i]) {
        Arrays.fill(penalties[i], 0);
      }
    }
    int[] all = IntStream.range(0, pairs.size()).toArray();
    MappedLoss loss = new MappedLoss(new LogisticLoss(design, all, penalties), map);
    boolean[] nonNegative = new boolean[1 + free.length];
    nonNegative[0] = true;
    double[] start = new double[nonNegative.length];
    start[0] = 1;
    return loss.apply(ConstrainedNewton.minimise(loss, start, nonNegative));
  }

  /** Pairs of as many whole groups as make about SAMPLE pairs. */
  private int[] sample() {
    int shares = Math.min(pairs.groupCount(), (pairs.size() + SAMPLE - 1) / SAMPLE);
    if (shares < 2) {
      return IntStream.range(0, pairs.size()).toArray();
    }
    int[] shareOf = GroupedSplit.foldOf(pairs.groups(), shares, settings.seed());
    return IntStream.range(0, shareOf.length).filter(i -> shareOf[i] == 0).toArray();
  }

  /** The penalty with the greatest likelihood of groups not fitted to. */
  private double bestPenalty(int[] sample) {
    List<Double> penalties = settings.penalties();
    int folds = settings.folds();
    if (penalties.size() == 1 || pairs.groupCount() < folds) {
      return penalties.getFirst();
    }
    // Another seed than the sample's, which took whole shares of the groups.
    int[] foldOf = GroupedSplit.foldOf(pairs.groups(), folds, settings.seed() + 1);
    double[] losses = new double[penalties.size()];
    for (int f = 0; f < folds; f++) {
      int fold = f;
      int[] train = Arrays.stream(sample).filter(i -> foldOf[i] != fold).toArray();
      int[] test = Arrays.stream(sample).filter(i -> foldOf[i] == fold).toArray();
      double[] parameters = new double[design.parameters()];
      for (int p = 0; p < losses.length; p++) {
        // From strong to weak, each fit starts at the one before.
        parameters = fit(train, penalties.get(p), parameters);
        losses[p] += loss(test, new double[0][]).likelihood(parameters);
      }
    }
    int best = 0;
    for (int p = 1; p < losses.length; p++) {
      best = losses[p] < losses[best] ? p : best;
    }
    return penalties.get(best);
  }
}
