package dev.ocellus.lucene.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a policy says of a text, and by which rule.
 *
 * @param action what to do
 * @param rule the rule that decided, null where none matched
 * @param matched the part of the text that it matched, null where none did
 * @param spelling how the text had to be read, null where no rule matched
 * @param disclaimer what to tell the user, null where the text is allowed
 */
public record PolicyDecision(
    Action action,
    @Nullable PolicyRule rule,
    @Nullable String matched,
    @Nullable Spelling spelling,
    @Nullable String disclaimer) {

  /** Allowed because no rule matched, or because there is no policy. */
  public static final PolicyDecision NO_RULE =
      new PolicyDecision(Action.ALLOW, null, null, null, null);

  static PolicyDecision of(PolicyMatch match, String text) {
    return new PolicyDecision(
        match.category().action(),
        match.rule(),
        text.substring(match.start(), match.end()),
        match.spelling(),
        match.category().disclaimer());
  }
}
