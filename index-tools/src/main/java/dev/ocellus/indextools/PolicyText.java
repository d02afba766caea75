package dev.ocellus.indextools;

import dev.ocellus.lucene.PolicyMarks;
import java.util.Map;
import java.util.stream.Collectors;

/** The content policy's counts, for people. */
final class PolicyText {

  private PolicyText() {}

  /** "default@0123456789ab: photos to block 3, to warn of 1 (children 3, violence 1)". */
  static String marks(PolicyMarks marks) {
    Map<String, Integer> byAction = marks.byAction();
    String categories =
        marks.byCategory().entrySet().stream()
            .map(category -> category.getKey() + " " + category.getValue())
            .collect(Collectors.joining(", "));
    return Printable.line(
        "%s: photos to block %d, to warn of %d%s%s"
            .formatted(
                marks.policy(),
                byAction.getOrDefault("block", 0),
                byAction.getOrDefault("warn", 0),
                categories.isEmpty() ? "" : " (" + categories + ")",
                marks.complete() ? "" : ", not all photos marked yet; index again"));
  }
}
