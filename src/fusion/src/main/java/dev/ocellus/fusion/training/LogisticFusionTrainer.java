package dev.ocellus.fusion.training;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.Evidence;
import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fits a {@link LogisticFusion} by penalised maximum likelihood.
 *
 * <p>There is one regime for each set of evidence that the pairs can show: a captioned pair also
 * teaches how to judge its photo had it no captions. Curves of similarities cannot fall. The
 * penalty acts on bends above all, so that its strongest setting is plain logistic regression; how
 * much the curves may bend is chosen for each regime by cross-validation grouped by photo. The same
 * pairs give the same model.
 *
 * @param knots greatest number of knots of a curve, 2 or more; 2 fits straight lines
 * @param folds of the cross-validation, 2 or more
 * @param penalties to choose from, descending; the first is taken where there are fewer groups than
 *     folds
 * @param seed of the folds
 */
public record LogisticFusionTrainer(int knots, int folds, List<Double> penalties, long seed) {

  /** A regime whose matches are of fewer photos is left to the regimes that require less. */
  private static final int FEWEST_MATCHED = 10;

  /**
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public LogisticFusionTrainer {
    penalties = List.copyOf(penalties);
    if (knots < 2 || folds < 2) {
      throw new IllegalArgumentException(
          "knots and folds must be 2 or more, got " + knots + " and " + folds);
    }
    boolean positive = penalties.stream().allMatch(p -> p > 0 && p < Double.POSITIVE_INFINITY);
    List<Double> descending = penalties.stream().sorted(Comparator.reverseOrder()).toList();
    if (penalties.isEmpty() || !positive || !penalties.equals(descending)) {
      throw new IllegalArgumentException("penalties must be above 0 and descend, got " + penalties);
    }
  }

  /** Eight knots, four folds, penalties from 10,000 to 1. */
  public static LogisticFusionTrainer defaults() {
    return new LogisticFusionTrainer(8, 4, List.of(10_000., 1_000., 100., 10., 1.), 42);
  }

  /**
   * Fits.
   *
   * @throws DataException if no evidence has both matches and non-matches
   */
  public LogisticFusion train(TrainingPairs pairs) {
    List<Regime> regimes = new ArrayList<>();
    for (Set<Evidence> evidence : evidenceSets()) {
      List<Feature> requires = evidence.stream().map(LogisticFusionTrainer::main).toList();
      TrainingPairs known = known(pairs, requires, evidence);
      if (teaches(known, pairs)) {
        List<Feature> features =
            Arrays.stream(Feature.values())
                .filter(f -> f.evidence() == Evidence.QUERY || evidence.contains(f.evidence()))
                .toList();
        regimes.add(new RegimeTrainer(known, features, this).train(name(evidence), requires));
      }
    }
    if (regimes.isEmpty()) {
      throw new DataException(
          "training needs matches and non-matches with known features, got "
              + pairs.size()
              + " pairs without");
    }
    return new LogisticFusion(regimes);
  }

  /**
   * The pairs that a regime is about. What is known beyond its evidence is passed over, but where
   * the regime is about one caption, photos with one caption alone count, if there are any.
   */
  static TrainingPairs known(TrainingPairs pairs, List<Feature> requires, Set<Evidence> evidence) {
    TrainingPairs known =
        pairs.select(i -> requires.stream().noneMatch(f -> Float.isNaN(pairs.feature(i, f))));
    if (evidence.contains(Evidence.SEVERAL_CAPTIONS)) {
      return known;
    }
    Feature several = main(Evidence.SEVERAL_CAPTIONS);
    TrainingPairs single = known.select(i -> Float.isNaN(known.feature(i, several)));
    return teaches(single, pairs) ? single : known;
  }

  /**
   * Sets of evidence about the photo, those with most first. Several captions are also captions,
   * and tokens are theirs.
   */
  private static List<Set<Evidence>> evidenceSets() {
    List<Evidence> aboutPhoto = List.copyOf(EnumSet.complementOf(EnumSet.of(Evidence.QUERY)));
    List<Set<Evidence>> sets = new ArrayList<>();
    for (int bits = (1 << aboutPhoto.size()) - 1; bits > 0; bits--) {
      Set<Evidence> set = EnumSet.noneOf(Evidence.class);
      for (int i = 0; i < aboutPhoto.size(); i++) {
        if ((bits >> i & 1) != 0) {
          set.add(aboutPhoto.get(i));
        }
      }
      if (set.contains(Evidence.CAPTIONS)
          || !(set.contains(Evidence.SEVERAL_CAPTIONS) || set.contains(Evidence.TOKENS))) {
        sets.add(set);
      }
    }
    sets.sort(Comparator.comparing(set -> -set.size()));
    return sets;
  }

  /** The feature by which evidence is known or not: its first similarity. */
  static Feature main(Evidence evidence) {
    return Arrays.stream(Feature.values())
        .filter(f -> f.evidence() == evidence && f.isSimilarity())
        .findFirst()
        .orElseThrow();
  }

  private static String name(Set<Evidence> evidence) {
    return evidence.stream()
        .map(e -> e.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("+"));
  }

  /** Whether there are non-matches, and matches of enough photos, as far as there are so many. */
  private static boolean teaches(TrainingPairs some, TrainingPairs all) {
    boolean other = false;
    Set<String> matched = new HashSet<>();
    for (int i = 0; i < some.size(); i++) {
      other |= some.target(i) < 1;
      if (some.target(i) > 0) {
        matched.add(some.group(i));
      }
    }
    return other && matched.size() >= Math.min(FEWEST_MATCHED, Math.max(1, all.groupCount()));
  }
}
