package dev.ocellus.lucene.query;

/**
 * A text and pictures, weighed against each other: the log-odds of a photo are (1 - weight) times
 * those by the text plus weight times those by the pictures.
 *
 * @param text the text
 * @param like the pictures
 * @param weight of the pictures, above 0 and below 1
 */
public record MixedPart(TextPart text, LikePart like, double weight) implements QueryPart {

  /** Probabilities are held this far from 0 and 1, so that neither side alone decides all. */
  private static final double LEAST = 1e-6;

  /**
   * @throws IllegalArgumentException if the weight is out of its range
   */
  public MixedPart {
    if (!(weight > 0 && weight < 1)) {
      throw new IllegalArgumentException(
          "the weight of pictures beside a text must be above 0 and below 1, got " + weight);
    }
  }

  /**
   * The probability that a photo fits both.
   *
   * @param byText 0 to 1
   * @param byPictures 0 to 1
   */
  public double mix(double byText, double byPictures) {
    double logOdds = (1 - weight) * logOdds(byText) + weight * logOdds(byPictures);
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static double logOdds(double p) {
    double held = Math.clamp(p, LEAST, 1 - LEAST);
    return Math.log(held / (1 - held));
  }
}
