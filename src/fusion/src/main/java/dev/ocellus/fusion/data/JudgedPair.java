package dev.ocellus.fusion.data;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * What people said of a photo and a text: experts by ratings, a crowd by votes, or both.
 *
 * @param image the photo as the judgments name it, with forward slashes
 * @param queryId the text's id
 * @param queryText the text, without white space around it
 * @param ratings those of the three experts, each from 1 (the text is not about the photo) to 4 (it
 *     describes the photo); empty if no expert saw the pair
 * @param crowdYes votes that the text fits the photo
 * @param crowdNo votes that it does not
 */
public record JudgedPair(
    String image,
    String queryId,
    String queryText,
    List<Integer> ratings,
    int crowdYes,
    int crowdNo) {

  /** Experts who rate a pair. */
  public static final int EXPERTS = 3;

  /** The worst rating. */
  public static final int WORST = 1;

  /** The best rating. */
  public static final int BEST = 4;

  public JudgedPair {
    ratings = List.copyOf(ratings);
    if (!ratings.isEmpty() && ratings.size() != EXPERTS) {
      throw new IllegalArgumentException(
          "ratings must be " + EXPERTS + " or none, got " + ratings.size());
    }
    for (int rating : ratings) {
      if (rating < WORST || rating > BEST) {
        throw new IllegalArgumentException("a rating must be in 1..4, got " + rating);
      }
    }
    if (crowdYes < 0 || crowdNo < 0) {
      throw new IllegalArgumentException(
          "votes must not be negative, got " + crowdYes + " and " + crowdNo);
    }
    if (ratings.isEmpty() && crowdYes + crowdNo == 0) {
      throw new IllegalArgumentException("a judged pair needs ratings or votes");
    }
  }

  /** Whether the text was written for this very photo: the id is then IMAGE#N. */
  public boolean ownCaption() {
    return queryId.startsWith(image + "#");
  }

  /** Whether experts rated the pair. */
  public boolean hasRatings() {
    return !ratings.isEmpty();
  }

  /** Whether a crowd voted on the pair. */
  public boolean hasVotes() {
    return crowdYes + crowdNo > 0;
  }

  /**
   * Mean of the ratings, from 1 to 4.
   *
   * @throws IllegalStateException if there are none
   */
  public double meanRating() {
    return ratings.stream()
        .mapToInt(Integer::intValue)
        .average()
        .orElseThrow(() -> new IllegalStateException("the pair has no ratings"));
  }

  /** The rating that two or three experts share; empty if all differ, or there are none. */
  public OptionalInt majorityRating() {
    return ratings.stream()
        .filter(rating -> Collections.frequency(ratings, rating) > 1)
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /**
   * Share of yes among the votes, from 0 to 1.
   *
   * @throws IllegalStateException if there are none
   */
  public double crowdShare() {
    if (!hasVotes()) {
      throw new IllegalStateException("the pair has no votes");
    }
    return (double) crowdYes / (crowdYes + crowdNo);
  }
}
