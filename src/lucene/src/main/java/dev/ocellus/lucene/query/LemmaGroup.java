package dev.ocellus.lucene.query;

import dev.ocellus.lucene.text.WordWeight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * The lemmas of one word of a query: a photo has the word if its captions have any of them.
 *
 * @param lemmas at least one
 * @param weight how many times the word counts: above 0, at most {@link WordWeight#MOST}; 1 unless
 *     the query says otherwise. Its BM25 and its idf are multiplied by it
 * @param alternatives lemmas of other words for it, each with what it is worth beside the word's
 *     own: above 0, at most 1; none unless the query was expanded
 */
public record LemmaGroup(List<String> lemmas, float weight, Map<String, Float> alternatives) {

  /**
   * @throws IllegalArgumentException if the weight is out of its range
   */
  public LemmaGroup {
    lemmas = List.copyOf(lemmas);
    alternatives = Map.copyOf(alternatives);
    WordWeight.check(weight);
  }

  /** A word that stands for itself alone. */
  public LemmaGroup(List<String> lemmas, float weight) {
    this(lemmas, weight, Map.of());
  }

  /** A word of weight 1. */
  public LemmaGroup(List<String> lemmas) {
    this(lemmas, 1);
  }

  /**
   * The distinct words of a text, in order of first appearance.
   *
   * @param limit words beyond this many are left out
   */
  public static List<LemmaGroup> of(Analyzer analyzer, String field, String text, int limit) {
    return of(analyzer, field, text, List.of(), limit);
  }

  /**
   * The distinct words of a text, some of which count more or less than once. Of a word that stands
   * in it several times the greatest weight counts.
   *
   * @param weights of words or phrases of the text
   * @param limit words beyond this many are left out
   */
  public static List<LemmaGroup> of(
      Analyzer analyzer, String field, String text, List<WordWeight> weights, int limit) {
    Map<List<String>, Float> groups = new LinkedHashMap<>();
    List<String> position = new ArrayList<>();
    float weight = 1;
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (increment.getPositionIncrement() > 0) {
          add(groups, position, weight, limit);
          position.clear();
          weight = weight(weights, offsets.startOffset(), offsets.endOffset());
        }
        position.add(term.toString());
      }
      add(groups, position, weight, limit);
    } catch (IOException e) {
      throw new AssertionError("reading a string does no input", e);
    }
    return groups.entrySet().stream()
        .map(group -> new LemmaGroup(group.getKey(), group.getValue()))
        .toList();
  }

  private static void add(
      Map<List<String>, Float> groups, List<String> lemmas, float weight, int limit) {
    if (!lemmas.isEmpty() && (groups.size() < limit || groups.containsKey(lemmas))) {
      groups.merge(List.copyOf(lemmas), weight, Math::max);
    }
  }

  private static float weight(List<WordWeight> weights, int start, int end) {
    for (WordWeight word : weights) {
      if (word.overlaps(start, end)) {
        return word.weight();
      }
    }
    return 1;
  }

  /** The same word with other words for it. */
  public LemmaGroup withAlternatives(Map<String, Float> newAlternatives) {
    return new LemmaGroup(lemmas, weight, newAlternatives);
  }

  /**
   * BM25 over this word's lemmas, which count as one term; or where that is worth more, over the
   * word and its alternatives of one worth, times that worth. Those count as one term, as frequent
   * as the most frequent of them: so neither a common alternative ("dog" for "animal") nor a rare
   * one ("collie" for "dog") is worth more than the word.
   */
  public Query query(String field) {
    Query own = synonyms(field, lemmas);
    if (alternatives.isEmpty()) {
      return own;
    }
    List<Query> queries = new ArrayList<>(List.of(own));
    alternativesByWorth()
        .forEach(
            (worth, others) -> {
              List<String> all = new ArrayList<>(lemmas);
              all.addAll(others);
              queries.add(new BoostQuery(synonyms(field, all), worth));
            });
    return new DisjunctionMaxQuery(queries, 0);
  }

  /** The alternatives by what they are worth, the greatest first. */
  SortedMap<Float, List<String>> alternativesByWorth() {
    SortedMap<Float, List<String>> byWorth = new TreeMap<>(Comparator.reverseOrder());
    alternatives.forEach(
        (lemma, worth) -> byWorth.computeIfAbsent(worth, unused -> new ArrayList<>()).add(lemma));
    return byWorth;
  }

  static Query synonyms(String field, List<String> lemmas) {
    if (lemmas.size() == 1) {
      return new TermQuery(new Term(field, lemmas.getFirst()));
    }
    SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
    lemmas.forEach(lemma -> synonyms.addTerm(new Term(field, lemma)));
    return synonyms.build();
  }
}
