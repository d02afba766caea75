package dev.ocellus.study.judgments;

import static dev.ocellus.lucene.PhotoSchema.CAPTION;

import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.study.report.Histogram;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The judged texts, each once.
 *
 * @param texts their number
 * @param words words of a text
 * @param lengths texts by their number of words
 * @param lemmas most frequent first
 */
public record TextSummary(int texts, Spread words, Histogram lengths, List<LemmaCount> lemmas) {
  private static final int MOST_LEMMAS = 25;
  private static final int LONGEST = 30;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(['’-][\\p{L}\\p{N}]+)*");

  /**
   * A lemma, as the index has it: of lower-cased words that are no stop words. A form that may be
   * of several lemmas, as "leaves" of leaf and leave, counts for the one that more texts have.
   *
   * @param texts number of texts that have it
   */
  public record LemmaCount(String lemma, int texts) {}

  /**
   * @param texts at least one
   */
  static TextSummary of(Collection<String> texts, CaptionAnalyzer analyzer) {
    int[] words =
        texts.stream().mapToInt(text -> (int) WORD.matcher(text).results().count()).toArray();
    return new TextSummary(
        texts.size(), Spread.of(words), Histogram.ofWhole(words, LONGEST), lemmas(texts, analyzer));
  }

  private static List<LemmaCount> lemmas(Collection<String> texts, CaptionAnalyzer analyzer) {
    List<List<LemmaGroup>> words =
        texts.stream()
            .map(text -> LemmaGroup.of(analyzer.analyzer(), CAPTION, text, Integer.MAX_VALUE))
            .toList();
    Map<String, Integer> all = count(words, LemmaGroup::lemmas);
    Comparator<String> byTexts = Comparator.comparing(all::get);
    Map<String, Integer> counts =
        count(words, word -> List.of(Collections.max(word.lemmas(), byTexts)));
    return counts.entrySet().stream()
        .map(entry -> new LemmaCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(LemmaCount::texts).reversed().thenComparing(LemmaCount::lemma))
        .limit(MOST_LEMMAS)
        .toList();
  }

  /** Number of texts that have each lemma. */
  private static Map<String, Integer> count(
      List<List<LemmaGroup>> texts, Function<LemmaGroup, List<String>> lemmas) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<LemmaGroup> words : texts) {
      Set<String> distinct = new HashSet<>();
      words.forEach(word -> distinct.addAll(lemmas.apply(word)));
      distinct.forEach(lemma -> counts.merge(lemma, 1, Integer::sum));
    }
    return counts;
  }
}
