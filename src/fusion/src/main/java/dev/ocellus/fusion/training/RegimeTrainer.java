package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.Regime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Fits the curves of one regime, the penalty chosen by grouped cross-validation. */
final class RegimeTrainer {
  /** A slope costs this part of what a bend costs. */
  private static final double RIDGE = 0.01;

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
    double[] fitted = fit(all, bestPenalty(), new double[design.parameters()]);
    return new Regime(name, requires, fitted[0], design.fittedCurves(fitted));
  }

  private double[] fit(int[] rows, double penalty, double[] start) {
    LogisticLoss loss = new LogisticLoss(design, rows, design.penalty(penalty, RIDGE * penalty));
    return ConstrainedNewton.minimise(loss, start, design.nonNegative());
  }

  /** The penalty with the greatest likelihood of groups not fitted to. */
  private double bestPenalty() {
    List<Double> penalties = settings.penalties();
    Set<String> groups = new HashSet<>(pairs.groups());
    if (penalties.size() == 1 || groups.size() < settings.folds()) {
      return penalties.getFirst();
    }
    int[] foldOf = GroupedSplit.foldOf(pairs, settings.folds(), settings.seed());
    double[] losses = new double[penalties.size()];
    for (int f = 0; f < settings.folds(); f++) {
      int fold = f;
      int[] train = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != fold).toArray();
      int[] test = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == fold).toArray();
      double[] parameters = new double[design.parameters()];
      for (int p = 0; p < losses.length; p++) {
        // From strong to weak, each fit starts at the one before.
        parameters = fit(train, penalties.get(p), parameters);
        losses[p] += new LogisticLoss(design, test, new double[0][]).likelihood(parameters);
      }
    }
    int best =
        IntStream.range(0, losses.length)
            .reduce((a, b) -> losses[b] < losses[a] ? b : a)
            .orElseThrow();
    return penalties.get(best);
  }
}
