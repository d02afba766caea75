package dev.ocellus.lucene.expand;

import java.util.Map;

/** Words and how they are related. Used by several threads. */
public interface Thesaurus {

  /** The words related to a lemma, in small letters, each with its nearest relation. */
  Map<String, Relation> related(String lemma);
}
