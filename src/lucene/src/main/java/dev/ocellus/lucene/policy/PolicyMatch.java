package dev.ocellus.lucene.policy;

/**
 * A place in a text that a rule matches.
 *
 * @param category of the rule
 * @param rule the rule
 * @param start of the place in the text, in UTF-16 code units
 * @param end after its last character
 * @param words number of positions that the rule covers
 * @param spelling how the text had to be read
 */
public record PolicyMatch(
    Category category, PolicyRule rule, int start, int end, int words, Spelling spelling) {

  /**
   * Whether this match, being the more specific one, decides what the other would have decided: it
   * covers the other's place with more words, or with as many and allows it.
   */
  boolean overrules(PolicyMatch other) {
    boolean allows = category.action() == Action.ALLOW;
    boolean otherAllows = other.category.action() == Action.ALLOW;
    return allows != otherAllows
        && start <= other.start
        && end >= other.end
        && (words > other.words || (words == other.words && allows));
  }
}
