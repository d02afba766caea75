package dev.ocellus.lucene.policy;

import java.util.Locale;

/**
 * One entry of a policy.
 *
 * @param category name of its category
 * @param kind how it is compared
 * @param text as the policy has it
 */
public record PolicyRule(String category, Kind kind, String text) {

  /** How a rule is compared with a text. */
  public enum Kind {
    /** A word in any inflection. */
    LEMMA,
    /** Words in a row, each in this form alone, letter case aside. */
    FORM,
    /** Words in a row, each in any inflection. */
    PHRASE;

    /** The name of its list in policy files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT) + "s";
    }
  }

  /** "lemma child", "phrase baby corn". */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + text;
  }
}
