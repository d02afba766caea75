package dev.ocellus.lucene.expand;

import java.util.Map;

/** Words and how they are related. Used by several threads. */
public interface Thesaurus {

  /** What tells it from others: its name, and of a file what it says. */
  String id();

  /** The words related to a lemma, in small letters, each with its nearest relation. */
  Map<String, Relation> related(String lemma);
}
