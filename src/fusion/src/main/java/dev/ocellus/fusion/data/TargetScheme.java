package dev.ocellus.fusion.data;

import dev.ocellus.fusion.DataException;
import java.util.OptionalDouble;

/**
 * How judgments of a pair become one number to learn: 0 the text does not fit the photo, 1 it does.
 *
 * <p>Each scheme has a name, with its parameters behind a colon:
 *
 * <ul>
 *   <li>{@code expert-mean}: mean of the ratings, 1 to 4 spread over 0 to 1;
 *   <li>{@code expert-majority}: the rating that two experts share, spread likewise; a pair on
 *       which all three differ is dropped;
 *   <li>{@code crowd-share}: share of yes;
 *   <li>{@code crowd-threshold:MATCH,MISMATCH}: 1 from the share MATCH on, 0 up to MISMATCH,
 *       between them dropped; 0.8,0.2 if not given;
 *   <li>{@code mix:WEIGHT}: WEIGHT times expert-mean and the rest crowd-share; 0.6 if not given. A
 *       pair that only one side judged has that side's number;
 *   <li>{@code agreement}: of all who judged, the share who say that the text fits: experts by a
 *       rating of 3 or 4, the crowd by yes.
 * </ul>
 */
public interface TargetScheme {

  /** The names with which {@link #named} may be asked, for help and messages. */
  String NAMES =
      "expert-mean, expert-majority, crowd-share, crowd-threshold[:MATCH,MISMATCH], mix[:WEIGHT],"
          + " agreement";

  /** The scheme's name with its parameters, as {@link #named} takes it. */
  String name();

  /** The pair's target, from 0 to 1; empty if the scheme drops the pair. */
  OptionalDouble target(JudgedPair pair);

  /**
   * Finds a scheme.
   *
   * @throws DataException if there is none of that name, or its parameters are out of range
   */
  static TargetScheme named(String name) {
    return TargetSchemes.parse(name);
  }
}
