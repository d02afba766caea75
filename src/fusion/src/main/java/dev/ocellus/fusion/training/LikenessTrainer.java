package dev.ocellus.fusion.training;

import dev.ocellus.fusion.Likeness;
import dev.ocellus.fusion.metrics.CalibrationError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Fits a {@link Likeness} to judgments: a text that was written for one photo and held against
 * another tells whether a description of the one fits the other.
 *
 * @param folds 2 or more; the calibration error is that of pairs both of whose photos are in a fold
 *     that was not fitted to, by a fit to pairs neither of whose photos is
 * @param seed of the folds
 */
public record LikenessTrainer(int folds, long seed) {

  /** With fewer pairs two numbers cannot be told. */
  private static final int LEAST_PAIRS = 100;

  /**
   * What people said of a pair of photos.
   *
   * @param described the photo that the text was written for
   * @param shown the other photo
   * @param cosine of their image vectors
   * @param target the share of people who say that the text fits, 0 to 1
   * @param votes number of people, above 0
   */
  public record Pair(String described, String shown, double cosine, double target, int votes) {}

  /**
   * Fits.
   *
   * @param trainedOn the data, in words
   * @return {@link Likeness#DEFAULT} where there are too few judgments to fit to and test on, or
   *     they do not agree with the cosines at all
   */
  public Likeness train(List<Pair> pairs, String trainedOn) {
    Set<String> photos = new TreeSet<>();
    pairs.forEach(pair -> photos.addAll(List.of(pair.described(), pair.shown())));
    if (pairs.size() < LEAST_PAIRS || photos.size() < folds || !hasBothSides(pairs)) {
      return Likeness.DEFAULT;
    }
    List<Double> scores = new ArrayList<>();
    List<Pair> tested = new ArrayList<>();
    test(pairs, foldOf(photos), scores, tested);
    LogisticLine line = fit(pairs);
    if (tested.isEmpty() || !(line.slope() > 0)) {
      return Likeness.DEFAULT;
    }
    double error =
        CalibrationError.equalWidth(
                scores.stream().mapToDouble(Double::doubleValue).toArray(),
                tested.stream().mapToDouble(Pair::target).toArray(),
                tested.stream().mapToDouble(Pair::votes).toArray(),
                FusionCalibration.BINS)
            .expected();
    long votes = pairs.stream().mapToLong(Pair::votes).sum();
    return new Likeness(line.slope(), line.intercept(), trainedOn, votes, error);
  }

  private static boolean hasBothSides(List<Pair> pairs) {
    return pairs.stream().anyMatch(pair -> pair.target() > 0)
        && pairs.stream().anyMatch(pair -> pair.target() < 1);
  }

  private Map<String, Integer> foldOf(Set<String> photos) {
    List<String> names = List.copyOf(photos);
    int[] fold = GroupedSplit.foldOf(names, folds, seed);
    Map<String, Integer> foldOf = new HashMap<>();
    for (int i = 0; i < fold.length; i++) {
      foldOf.put(names.get(i), fold[i]);
    }
    return foldOf;
  }

  /** Scores the pairs inside each fold by a fit to the pairs outside it. */
  private void test(
      List<Pair> pairs, Map<String, Integer> foldOf, List<Double> scores, List<Pair> tested) {
    for (int f = 0; f < folds; f++) {
      Set<String> inFold = new HashSet<>();
      Integer fold = f;
      foldOf.forEach(
          (photo, itsFold) -> {
            if (itsFold.equals(fold)) {
              inFold.add(photo);
            }
          });
      Predicate<Pair> described = pair -> inFold.contains(pair.described());
      Predicate<Pair> shown = pair -> inFold.contains(pair.shown());
      List<Pair> outside = pairs.stream().filter(described.or(shown).negate()).toList();
      List<Pair> inside = pairs.stream().filter(described.and(shown)).toList();
      if (!hasBothSides(outside)) {
        continue;
      }
      LogisticLine line = fit(outside);
      for (Pair pair : inside) {
        double logOdds = line.slope() * pair.cosine() + line.intercept();
        scores.add(1 / (1 + Math.exp(-logOdds)));
        tested.add(pair);
      }
    }
  }

  private static LogisticLine fit(List<Pair> pairs) {
    return LogisticLine.fit(
        pairs.stream().mapToDouble(Pair::cosine).toArray(),
        pairs.stream().mapToDouble(Pair::target).toArray(),
        pairs.stream().mapToDouble(Pair::votes).toArray(),
        new LogisticLine(0, 0));
  }
}
