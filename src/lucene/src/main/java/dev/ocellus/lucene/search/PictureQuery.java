package dev.ocellus.lucene.search;

import dev.ocellus.lucene.QueryException;

/**
 * A picture to search by, and what it counts beside the request's text.
 *
 * @param picture what hits should look like
 * @param weight above 0 and below 1: the share of the picture in the log-odds of a photo, the rest
 *     is the text's; of no effect without a text
 */
public record PictureQuery(Picture picture, double weight) {

  /** Picture and text count alike. */
  public static final double DEFAULT_WEIGHT = 0.5;

  /**
   * @throws QueryException if the weight is out of its range
   */
  public PictureQuery {
    if (!(weight > 0 && weight < 1)) {
      throw new QueryException("image-weight must be above 0 and below 1, got " + weight);
    }
  }
}
