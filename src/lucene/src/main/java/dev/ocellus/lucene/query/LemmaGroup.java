package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * The lemmas of one word of a query: a photo has the word if its captions have any of them.
 *
 * @param lemmas at least one
 */
public record LemmaGroup(List<String> lemmas) {

  public LemmaGroup {
    lemmas = List.copyOf(lemmas);
  }

  /**
   * The distinct words of a text, in order of first appearance.
   *
   * @param limit words beyond this many are left out
   */
  public static List<LemmaGroup> of(Analyzer analyzer, String field, String text, int limit) {
    Set<LemmaGroup> groups = new LinkedHashSet<>();
    List<String> position = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (increment.getPositionIncrement() > 0 && !position.isEmpty()) {
          groups.add(new LemmaGroup(position));
          position.clear();
          if (groups.size() >= limit) {
            break;
          }
        }
        position.add(term.toString());
      }
      if (!position.isEmpty() && groups.size() < limit) {
        groups.add(new LemmaGroup(position));
      }
    } catch (IOException e) {
      throw new AssertionError("reading a string does no input", e);
    }
    return List.copyOf(groups);
  }

  /** BM25 over this word's lemmas, which count as one term. */
  public Query query(String field) {
    if (lemmas.size() == 1) {
      return new TermQuery(new Term(field, lemmas.getFirst()));
    }
    SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
    lemmas.forEach(lemma -> synonyms.addTerm(new Term(field, lemma)));
    return synonyms.build();
  }
}
