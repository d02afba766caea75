package dev.ocellus.lucene.policy;

import java.util.Locale;

/** What a policy does with a text, the mildest first. */
public enum Action {
  /** Nothing; a rule with this action takes what it covers out of the reach of other rules. */
  ALLOW,
  /** Answer with a warning; keep in training data. */
  WARN,
  /** Answer no photos but a disclaimer; hide the photo; drop from training data. */
  BLOCK;

  /** The name in policy files, in an index and in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
