package dev.ocellus.lucene.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * Tells a short text's language: by its script, and among languages in Latin letters by how many of
 * its words each of them understands. Safe for use by several threads.
 */
public final class LanguageDetector {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

  /** A language this near to the best may be meant as well: one word more understood. */
  private static final double PLAUSIBLE = 1;

  private static final String DEFAULT = "en";

  private final List<LatinLanguage> latin;

  public LanguageDetector() {
    this(LatinLanguage.all());
  }

  /**
   * @param latin languages in Latin letters; of equally likely ones the first is taken
   */
  LanguageDetector(List<LatinLanguage> latin) {
    this.latin = latin;
  }

  /** The most likely language of a text, ISO 639-1; English if nothing tells. */
  public String detect(String text) {
    return plausible(text).getFirst();
  }

  /**
   * The languages that a text may be in, ISO 639-1: the most likely one first, then those that
   * understand one word less at most.
   *
   * @return at least one
   */
  public List<String> plausible(String text) {
    Optional<String> script = Script.language(text);
    if (script.isPresent()) {
      return List.of(script.get());
    }
    Map<String, Double> scores = scores(text);
    double best = best(scores);
    if (best <= 0) {
      // Nothing is understood: names, or a language without a dictionary.
      scores.put(DEFAULT, best + PLAUSIBLE);
    }
    List<String> plausible = new ArrayList<>();
    // The sort is stable: of equal ones the first in LatinLanguage's order stands first.
    scores.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .filter(entry -> entry.getValue() >= best - PLAUSIBLE)
        .forEach(entry -> plausible.add(entry.getKey()));
    return plausible;
  }

  /** What speaks for each language in Latin letters: words understood, less words not. */
  private Map<String, Double> scores(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    List<String> words =
        WORD.matcher(composed)
            .results()
            .map(word -> word.group().toLowerCase(Locale.ROOT))
            .toList();
    Map<String, Double> scores = new LinkedHashMap<>();
    for (LatinLanguage language : latin) {
      scores.put(language.code(), sum(words, language::evidence));
    }
    double best = best(scores);
    for (LatinLanguage language : latin) {
      // To try other spellings takes long, and few languages could still gain enough by it.
      double most = sum(words, word -> Math.max(LatinLanguage.RESTORED, language.evidence(word)));
      if (language.dictionary() != null && most >= best - PLAUSIBLE) {
        scores.merge(language.code(), sum(words, language::gain), Double::sum);
      }
    }
    return scores;
  }

  private static double sum(List<String> words, ToDoubleFunction<String> value) {
    return words.stream().mapToDouble(value).sum();
  }

  private static double best(Map<String, Double> scores) {
    return scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
