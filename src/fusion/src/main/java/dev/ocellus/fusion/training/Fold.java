package dev.ocellus.fusion.training;

import java.util.HashSet;
import java.util.Set;

/**
 * Two sides of a split that share no group.
 *
 * @param train what is learned from
 * @param test what is measured on
 */
public record Fold(TrainingPairs train, TrainingPairs test) {

  /**
   * @throws IllegalArgumentException if a group is on both sides: the measurement would be too good
   */
  public Fold {
    Set<String> learned = new HashSet<>(train.groups());
    for (String group : test.groups()) {
      if (learned.contains(group)) {
        throw new IllegalArgumentException("group '" + group + "' is on both sides");
      }
    }
  }
}
