package dev.ocellus.fusion.data;

import java.util.ArrayList;
import java.util.List;

/** What the numbers of the two files of judgments mean, and whether they can be true. */
final class AnnotationNumbers {
  static final List<String> EXPERT = List.of("rating 1", "rating 2", "rating 3");
  static final List<String> CROWD = List.of("share of yes", "number of yes", "number of no");

  // Shares are published with two digits or more.
  private static final double ROUNDING = 0.005 + 1e-9;

  /** A crowd's votes on a pair. */
  record Votes(int yes, int no) {}

  private AnnotationNumbers() {}

  static List<Integer> ratings(List<String> cells) throws RowException {
    List<Integer> ratings = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      int rating = whole(cells.get(i), EXPERT.get(i));
      if (rating < JudgedPair.WORST || rating > JudgedPair.BEST) {
        throw new RowException(
            "%s is %d; it must be in %d..%d"
                .formatted(EXPERT.get(i), rating, JudgedPair.WORST, JudgedPair.BEST));
      }
      ratings.add(rating);
    }
    return ratings;
  }

  static Votes votes(List<String> cells) throws RowException {
    double share = number(cells.get(0), CROWD.get(0));
    int yes = whole(cells.get(1), CROWD.get(1));
    int no = whole(cells.get(2), CROWD.get(2));
    if (share < 0 || share > 1) {
      throw new RowException("share of yes is %s; it must be in 0..1".formatted(cells.get(0)));
    }
    if (yes < 0 || no < 0) {
      throw new RowException(
          "%s is %d; it must not be negative"
              .formatted(yes < 0 ? CROWD.get(1) : CROWD.get(2), Math.min(yes, no)));
    }
    if (yes + no == 0) {
      throw new RowException("nobody voted: number of yes and number of no are 0");
    }
    double counted = (double) yes / (yes + no);
    if (Math.abs(share - counted) > ROUNDING) {
      throw new RowException(
          "share of yes is %s, but %d of %d votes are yes".formatted(cells.get(0), yes, yes + no));
    }
    return new Votes(yes, no);
  }

  private static int whole(String cell, String name) throws RowException {
    double value = number(cell, name);
    if (value != Math.rint(value) || Math.abs(value) > 1e6) {
      throw new RowException("%s is %s; it must be a whole number".formatted(name, cell));
    }
    return (int) value;
  }

  private static double number(String cell, String name) throws RowException {
    try {
      double value = Double.parseDouble(cell);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Named below.
    }
    throw new RowException("%s is '%s'; it must be a number".formatted(name, cell));
  }
}
