package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.Regime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Fits the curves of one regime, the penalty chosen by grouped cross-validation. */
final class RegimeTrainer {
  /** A slope costs this part of what a bend costs. */
  private static final double RIDGE = 0.01;

  /** The penalty is chosen on about so many pairs: more would not change the choice. */
  private static final int SAMPLE = 40_000;

  private final TrainingPairs pairs;
  private final LogisticFusionTrainer settings;
  private final AdditiveDesign design;

  RegimeTrainer(TrainingPairs pairs, List<Feature> features, LogisticFusionTrainer settings) {
    this.pairs = pairs;
    this.settings = settings;
    this.design = new AdditiveDesign(pairs, features, settings.knots());
  }

  Regime train(String name, List<Feature> requires) {
    int[] all = IntStream.range(0, pairs.size()).toArray();
    int[] sample = sample();
    double penalty = bestPenalty(sample);
    // A fit to a sample is a cheap start for the fit to all.
    double[] start = fit(sample, penalty, new double[design.parameters()]);
    double[] fitted = sample.length == all.length ? start : fit(all, penalty, start);
    return new Regime(name, requires, fitted[0], design.fittedCurves(fitted));
  }

  private double[] fit(int[] rows, double penalty, double[] start) {
    LogisticLoss loss = new LogisticLoss(design, rows, design.penalty(penalty, RIDGE * penalty));
    return ConstrainedNewton.minimise(loss, start, design.nonNegative());
  }

  /** Pairs of as many whole groups as make about SAMPLE pairs. */
  private int[] sample() {
    int shares = Math.min(groups(), (pairs.size() + SAMPLE - 1) / SAMPLE);
    if (shares < 2) {
      return IntStream.range(0, pairs.size()).toArray();
    }
    int[] shareOf = GroupedSplit.foldOf(pairs, shares, settings.seed());
    return IntStream.range(0, shareOf.length).filter(i -> shareOf[i] == 0).toArray();
  }

  private int groups() {
    return new HashSet<>(pairs.groups()).size();
  }

  /** The penalty with the greatest likelihood of groups not fitted to. */
  private double bestPenalty(int[] sample) {
    List<Double> penalties = settings.penalties();
    int folds = settings.folds();
    if (penalties.size() == 1 || groups() < folds) {
      return penalties.getFirst();
    }
    // Another seed than the sample's, which took whole shares of the groups.
    int[] foldOf = GroupedSplit.foldOf(pairs, folds, settings.seed() + 1);
    double[] losses = new double[penalties.size()];
    for (int f = 0; f < folds; f++) {
      int fold = f;
      int[] train = Arrays.stream(sample).filter(i -> foldOf[i] != fold).toArray();
      int[] test = Arrays.stream(sample).filter(i -> foldOf[i] == fold).toArray();
      double[] parameters = new double[design.parameters()];
      for (int p = 0; p < losses.length; p++) {
        // From strong to weak, each fit starts at the one before.
        parameters = fit(train, penalties.get(p), parameters);
        losses[p] += new LogisticLoss(design, test, new double[0][]).likelihood(parameters);
      }
    }
    int best = 0;
    for (int p = 1; p < losses.length; p++) {
      best = losses[p] < losses[best] ? p : best;
    }
    return penalties.get(best);
  }
}
