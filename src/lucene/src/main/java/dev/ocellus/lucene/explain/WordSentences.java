package dev.ocellus.lucene.explain;

import dev.ocellus.lucene.query.LemmaGroup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which of a query's words the captions have. */
final class WordSentences {

  /** Words that a sentence names. */
  private static final int NAMED = 10;

  private WordSentences() {}

  static String coverage(List<LemmaGroup> words, CaptionFacts captions) {
    List<Integer> missing = captions.missingWords();
    if (missing.isEmpty()) {
      return words.size() == 1
          ? "captions have the word " + name(words.getFirst())
          : "captions cover all " + words.size() + " words";
    }
    String named =
        missing.stream()
            .limit(NAMED)
            .map(word -> name(words.get(word)))
            .collect(Collectors.joining(", "));
    String more = missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "";
    return "captions cover %d of %d %s; missing: %s%s"
        .formatted(
            words.size() - missing.size(),
            words.size(),
            words.size() == 1 ? "word" : "words",
            named,
            more);
  }

  /**
   * @param idf of each word
   */
  static String rarestMissing(List<LemmaGroup> words, CaptionFacts captions, List<Float> idf) {
    int rarest = -1;
    for (int word : captions.missingWords()) {
      if (rarest < 0 || idf.get(word) > idf.get(rarest)) {
        rarest = word;
      }
    }
    return rarest < 0
        ? "no word is missing"
        : String.format(
            Locale.ROOT,
            "the rarest missing word is %s (inverse document frequency %.2f)",
            name(words.get(rarest)),
            idf.get(rarest));
  }

  /** A word by its lemmas: "leave/leaf". */
  private static String name(LemmaGroup word) {
    return String.join("/", word.lemmas());
  }
}
