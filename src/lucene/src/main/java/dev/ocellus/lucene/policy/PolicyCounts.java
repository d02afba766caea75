package dev.ocellus.lucene.policy;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a {@link PolicyFilter} dropped. */
public final class PolicyCounts {

  private final SortedMap<String, Integer> byCategory = new TreeMap<>();
  private final SortedMap<String, Integer> byRule = new TreeMap<>();
  private int texts;
  private int ofBlockedPhotos;
  private int photos;

  void text(PolicyDecision decision) {
    texts++;
    count(decision);
  }

  void ofBlockedPhoto() {
    ofBlockedPhotos++;
  }

  void photo() {
    photos++;
  }

  private void count(PolicyDecision decision) {
    PolicyRule rule = decision.rule();
    if (rule == null) {
      throw new AssertionError("only a rule blocks");
    }
    byCategory.merge(rule.category(), 1, Integer::sum);
    byRule.merge(rule.toString(), 1, Integer::sum);
  }

  /** Items dropped for their text. */
  public int texts() {
    return texts;
  }

  /** Items dropped for their photo alone: another text of it was blocked. */
  public int ofBlockedPhotos() {
    return ofBlockedPhotos;
  }

  /** Photos of which a caption is blocked. */
  public int photos() {
    return photos;
  }

  /** All items dropped. */
  public int dropped() {
    return texts + ofBlockedPhotos;
  }

  /** Items dropped for their text, by category. */
  public Map<String, Integer> byCategory() {
    return Collections.unmodifiableMap(byCategory);
  }

  /** Items dropped for their text, by the rule that decided. */
  public Map<String, Integer> byRule() {
    return Collections.unmodifiableMap(byRule);
  }

  /** "12 dropped: 10 by their text (lemma boy 6, lemma girl 4), 2 as of 3 blocked photos". */
  @Override
  public String toString() {
    String rules =
        byRule.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(5)
            .map(rule -> rule.getKey() + " " + rule.getValue())
            .collect(Collectors.joining(", "));
    return "%,d dropped: %,d by their text%s, %,d as of %,d blocked photos"
        .formatted(
            dropped(), texts, rules.isEmpty() ? "" : " (" + rules + ")", ofBlockedPhotos, photos);
  }
}
