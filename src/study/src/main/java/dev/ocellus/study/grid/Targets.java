package dev.ocellus.study.grid;

import dev.ocellus.fusion.data.TargetScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The pairs that a target scheme has a number for, in their order.
 *
 * @param pairs numbers of pairs
 * @param targets 0 to 1, one a pair
 */
record Targets(List<Integer> pairs, List<Double> targets) {

  /**
   * @param most pairs; more are drawn from by a fixed seed
   */
  static Targets of(StudyData data, String scheme, int most) {
    TargetScheme named = TargetScheme.named(scheme);
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < data.pairs().size(); i++) {
      if (named.target(data.pairs().get(i).judged()).isPresent()) {
        known.add(i);
      }
    }
    List<Integer> drawn = StudyData.draw(known, most);
    return new Targets(
        drawn,
        drawn.stream()
            .map(i -> named.target(data.pairs().get(i).judged()))
            .map(OptionalDouble::orElseThrow)
            .toList());
  }
}
