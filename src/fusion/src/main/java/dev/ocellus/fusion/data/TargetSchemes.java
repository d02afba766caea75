package dev.ocellus.fusion.data;

import dev.ocellus.fusion.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The schemes, and their names. */
final class TargetSchemes {
  private TargetSchemes() {}

  static TargetScheme parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    int colon = name.indexOf(':');
    if (colon < 0) {
      return switch (name) {
        case "expert-mean" -> new ExpertMean();
        case "expert-majority" -> new ExpertMajority();
        case "crowd-share" -> new CrowdShare();
        case "crowd-threshold" -> new CrowdThreshold(0.8, 0.2);
        case "mix" -> new Mix(0.6);
        case "agreement" -> new Agreement();
        default -> throw unknown(text);
      };
    }
    List<Double> numbers = numbers(text, name.substring(colon + 1));
    String kind = name.substring(0, colon);
    if (kind.equals("crowd-threshold") && numbers.size() == 2) {
      double match = numbers.get(0);
      double mismatch = numbers.get(1);
      if (mismatch < 0 || mismatch >= match || match > 1) {
        throw new DataException(
            "the target '%s': thresholds must be 1 >= MATCH > MISMATCH >= 0".formatted(text));
      }
      return new CrowdThreshold(match, mismatch);
    }
    if (kind.equals("mix") && numbers.size() == 1) {
      double weight = numbers.get(0);
      if (weight < 0 || weight > 1) {
        throw new DataException("the target '%s': WEIGHT must be in 0..1".formatted(text));
      }
      return new Mix(weight);
    }
    throw unknown(text);
  }

  private static List<Double> numbers(String text, String list) {
    List<Double> numbers = new ArrayList<>();
    for (String number : list.split(",", -1)) {
      try {
        numbers.add(Double.parseDouble(number.strip()));
      } catch (NumberFormatException e) {
        throw unknown(text);
      }
    }
    return numbers;
  }

  private static DataException unknown(String text) {
    return new DataException(
        "no target '%s'; there are: %s".formatted(text.strip(), TargetScheme.NAMES));
  }

  private static double spread(double rating) {
    return (rating - JudgedPair.WORST) / (JudgedPair.BEST - JudgedPair.WORST);
  }

  record ExpertMean() implements TargetScheme {
    @Override
    public String name() {
      return "expert-mean";
    }

    @Override
    public OptionalDouble target(JudgedPair pair) {
      return pair.hasRatings()
          ? OptionalDouble.of(spread(pair.meanRating()))
          : OptionalDouble.empty();
    }
  }

  record ExpertMajority() implements TargetScheme {
    @Override
    public String name() {
      return "expert-majority";
    }

    @Override
    public OptionalDouble target(JudgedPair pair) {
      return pair.majorityRating().stream().mapToDouble(TargetSchemes::spread).findFirst();
    }
  }

  record CrowdShare() implements TargetScheme {
    @Override
    public String name() {
      return "crowd-share";
    }

    @Override
    public OptionalDouble target(JudgedPair pair) {
      return pair.hasVotes() ? OptionalDouble.of(pair.crowdShare()) : OptionalDouble.empty();
    }
  }

  record CrowdThreshold(double match, double mismatch) implements TargetScheme {
    @Override
    public String name() {
      return "crowd-threshold:" + match + "," + mismatch;
    }

    @Override
    public OptionalDouble target(JudgedPair pair) {
      if (!pair.hasVotes()) {
        return OptionalDouble.empty();
      }
      double share = pair.crowdShare();
      if (share >= match) {
        return OptionalDouble.of(1);
      }
      return share <= mismatch ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
  }

  record Mix(double weight) implements TargetScheme {
    @Override
    public String name() {
      return "mix:" + weight;
    }

    @Override
    public OptionalDouble target(JudgedPair pair) {
      if (!pair.hasRatings()) {
        return new CrowdShare().target(pair);
      }
      double experts = spread(pair.meanRating());
      return OptionalDouble.of(
          pair.hasVotes() ? weight * experts + (1 - weight) * pair.crowdShare() : experts);
    }
  }

  record Agreement() implements TargetScheme {
    /** From this rating on, the text describes at least the photo's main subject. */
    private static final int FITS = 3;

    @Override
    public String name() {
      return "agreement";
    }

    @Override
    public OptionalDouble target(JudgedPair pair) {
      long yes = pair.crowdYes() + pair.ratings().stream().filter(rating -> rating >= FITS).count();
      return OptionalDouble.of(
          (double) yes / (pair.ratings().size() + pair.crowdYes() + pair.crowdNo()));
    }
  }
}
