package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Contribution;
import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * How much one kind of evidence tells, on photos that the models had not seen.
 *
 * @param wins how often a query's match scores above another photo drawn at random, if all that is
 *     known is this evidence, equal scores counting half: 0.5 by chance, 1 at best; NaN where no
 *     query's match has this evidence
 * @param share of the log-odds that set matches apart from other photos, the part that this
 *     evidence gives where most is known; the shares of all evidence add up to 1. NaN where matches
 *     are not set apart
 */
public record EvidenceWeight(double wins, double share) {

  /**
   * Evidence about photos; what several captions say together, and their tokens, is told with
   * captions.
   */
  static final List<Evidence> KINDS = List.of(Evidence.IMAGE, Evidence.CAPTIONS, Evidence.WORDS);

  private static final Set<Evidence> OF_CAPTIONS =
      EnumSet.of(Evidence.CAPTIONS, Evidence.TOKENS, Evidence.SEVERAL_CAPTIONS);

  /**
   * Measures all kinds.
   *
   * @param folds of pairs that tell their queries
   */
  public static Map<Evidence, EvidenceWeight> of(List<TestedFold> folds) {
    Map<Evidence, Double> parts = separations(folds);
    double whole = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<Evidence, EvidenceWeight> weights = new EnumMap<>(Evidence.class);
    for (Evidence evidence : KINDS) {
      double share = whole > 0 ? parts.getOrDefault(evidence, 0.) / whole : Double.NaN;
      weights.put(evidence, new EvidenceWeight(wins(folds, with(evidence)), share));
    }
    return weights;
  }

  /** The evidence that a kind stands for. */
  static Set<Evidence> with(Evidence evidence) {
    return evidence == Evidence.CAPTIONS ? EnumSet.copyOf(OF_CAPTIONS) : EnumSet.of(evidence);
  }

  /** Mean log-odds of matches less those of other photos, by the evidence that gives them. */
  private static Map<Evidence, Double> separations(List<TestedFold> folds) {
    double[] weight = new double[2];
    List<Map<Evidence, Double>> sums = List.of(new HashMap<>(), new HashMap<>());
    for (TestedFold fold : folds) {
      TrainingPairs pairs = fold.pairs().select(best(fold.pairs()));
      for (int i = 0; i < pairs.size(); i++) {
        for (int kind = 0; kind < 2; kind++) {
          double share = pairs.weight(i) * (kind == 1 ? pairs.target(i) : 1 - pairs.target(i));
          if (share > 0) {
            weight[kind] += share;
            add(fold.model().contribution(pairs.features(i)), share, sums.get(kind));
          }
        }
      }
    }
    Map<Evidence, Double> separations = new HashMap<>();
    for (Map.Entry<Evidence, Double> part : sums.get(1).entrySet()) {
      double others = sums.get(0).getOrDefault(part.getKey(), 0.) / weight[0];
      separations.put(part.getKey(), part.getValue() / weight[1] - others);
    }
    return separations;
  }

  /** The pairs of which most kinds of evidence are known. */
  private static IntPredicate best(TrainingPairs pairs) {
    int[] kinds = new int[pairs.size()];
    Arrays.setAll(kinds, i -> (int) KINDS.stream().filter(kind -> known(pairs, i, kind)).count());
    int most = Arrays.stream(kinds).max().orElse(0);
    return i -> kinds[i] == most;
  }

  /**
   * Whether so few wins may be chance, two standard errors above one half, or come to little.
   *
   * @param photos number of photos that were asked for
   */
  public boolean tellsNothing(int photos) {
    // The variance of one photo's rank among the others, uniform by chance, is 1/12.
    return !(wins >= Math.max(0.55, 0.5 + 2 * Math.sqrt(1 / (12.0 * photos))));
  }

  private static boolean known(TrainingPairs pairs, int pair, Evidence evidence) {
    return !Float.isNaN(pairs.feature(pair, LogisticFusionTrainer.main(evidence)));
  }

  private static void add(Contribution contribution, double weight, Map<Evidence, Double> sums) {
    for (Map.Entry<Feature, Double> part : contribution.features().entrySet()) {
      Evidence evidence = part.getKey().evidence();
      Evidence kind = OF_CAPTIONS.contains(evidence) ? Evidence.CAPTIONS : evidence;
      sums.merge(kind, weight * part.getValue(), Double::sum);
    }
  }

  private static double wins(List<TestedFold> folds, Set<Evidence> evidence) {
    double won = 0;
    double weight = 0;
    for (TestedFold fold : folds) {
      TrainingPairs pairs = fold.pairs();
      double[] scores = pairs.knowingOnly(evidence).scores(fold.model());
      for (List<Integer> rows : queries(pairs)) {
        for (int match : rows) {
          if (pairs.target(match) == 1 && known(pairs, match, evidence.iterator().next())) {
            for (int other : rows) {
              if (pairs.target(other) == 0) {
                weight += pairs.weight(other);
                won += pairs.weight(other) * (1 + Math.signum(scores[match] - scores[other])) / 2;
              }
            }
          }
        }
      }
    }
    return weight == 0 ? Double.NaN : won / weight;
  }

  private static Iterable<List<Integer>> queries(TrainingPairs pairs) {
    Map<Integer, List<Integer>> byQuery = new HashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      byQuery.computeIfAbsent(pairs.query(i), query -> new ArrayList<>()).add(i);
    }
    return byQuery.values();
  }
}
