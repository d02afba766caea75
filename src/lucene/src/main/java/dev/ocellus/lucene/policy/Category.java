package dev.ocellus.lucene.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that share an action.
 *
 * @param name unique in its policy
 * @param action what becomes of a text that a rule matches
 * @param disclaimer what the user is told; null where the action is {@link Action#ALLOW}
 * @param rules at least one
 */
public record Category(
    String name, Action action, @Nullable String disclaimer, List<PolicyRule> rules) {

  public Category {
    rules = List.copyOf(rules);
  }
}
