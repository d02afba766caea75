package dev.ocellus.lucene.analysis;

import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;

/** Lucene's stop words, but for those that say what a picture shows. */
final class StopWords {

  private StopWords() {}

  /**
   * @param pictured words that are kept: "человек" (a person) is a stop word to Lucene, "weg"
   *     (away) is also Weg (a path), "nada" (nothing) also swims
   */
  static CharArraySet without(CharArraySet stopWords, String... pictured) {
    Set<String> kept = Set.of(pictured);
    CharArraySet others = new CharArraySet(stopWords.size(), true);
    for (Object word : stopWords) {
      if (!kept.contains(new String((char[]) word))) {
        others.add(word);
      }
    }
    return CharArraySet.unmodifiableSet(others);
  }
}
