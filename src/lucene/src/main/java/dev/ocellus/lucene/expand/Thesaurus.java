package dev.ocellus.lucene.expand;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words and how they are related. Used by several threads. */
public interface Thesaurus {

  /** What tells it from others: its name, and of a file what it says. */
  String id();

  /** The language whose words it knows, as "en", or null where it says nothing of it. */
  default @Nullable String language() {
    return null;
  }

  /** The words related to a lemma, in small letters, each with its nearest relation. */
  Map<String, Relation> related(String lemma);
}
