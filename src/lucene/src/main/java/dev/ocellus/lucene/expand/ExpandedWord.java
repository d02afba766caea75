package dev.ocellus.lucene.expand;

import dev.ocellus.lucene.query.LemmaGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/**
 * A word of a query with other words for it.
 *
 * @param word the query's own lemmas, worth 1
 * @param alternatives lemmas that captions have, each with its weight, above 0 to 1; none of the
 *     word's own
 */
public record ExpandedWord(LemmaGroup word, Map<String, Float> alternatives) {

  public ExpandedWord {
    alternatives = Map.copyOf(alternatives);
  }

  /**
   * BM25 over the word, or where that is worth more over the word and its alternatives of one
   * weight, times that weight. Those count as one term, as frequent as the most frequent of them:
   * so neither a common alternative ("dog" for "animal") nor a rare one ("collie" for "dog") is
   * worth more than the word.
   */
  public Query query(String field) {
    Map<Float, List<String>> byWeight = new TreeMap<>();
    alternatives.forEach(
        (lemma, weight) ->
            byWeight.computeIfAbsent(weight, unused -> new ArrayList<>(word.lemmas())).add(lemma));
    Query own = synonyms(field, word.lemmas());
    List<Query> queries = new ArrayList<>(List.of(own));
    byWeight.forEach(
        (weight, lemmas) -> queries.add(new BoostQuery(synonyms(field, lemmas), weight)));
    return queries.size() == 1 ? own : new DisjunctionMaxQuery(queries, 0);
  }

  private static Query synonyms(String field, List<String> lemmas) {
    SynonymQuery.Builder query = new SynonymQuery.Builder(field);
    lemmas.forEach(lemma -> query.addTerm(new Term(field, lemma)));
    return query.build();
  }
}
