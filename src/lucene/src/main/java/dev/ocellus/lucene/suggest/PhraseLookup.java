package dev.ocellus.lucene.suggest;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.search.suggest.Lookup.LookupResult;
import org.apache.lucene.search.suggest.analyzing.AnalyzingSuggester;
import org.apache.lucene.search.suggest.analyzing.FuzzySuggester;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The most frequent phrases that begin with what was typed, or nearly so: Lucene's suggesters over
 * one automaton each, in memory.
 */
final class PhraseLookup {

  /** A longer text is no beginning of a phrase, and Lucene's automata have a greatest length. */
  private static final int LONGEST = 100;

  /** Letters that have to be right before one may be wrong. */
  private static final int RIGHT_LETTERS = 1;

  /** Letters typed before one may be wrong. */
  private static final int FEWEST_LETTERS = 4;

  private static final Analyzer WHOLE =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          KeywordTokenizer text = new KeywordTokenizer();
          return new TokenStreamComponents(text, new LowerCaseFilter(text));
        }
      };

  private final AnalyzingSuggester exact;
  private final FuzzySuggester fuzzy;

  PhraseLookup(List<Phrase> phrases) throws IOException {
    int options = AnalyzingSuggester.EXACT_FIRST | AnalyzingSuggester.PRESERVE_SEP;
    try (ByteBuffersDirectory temporary = new ByteBuffersDirectory()) {
      exact = new AnalyzingSuggester(temporary, "exact", WHOLE, WHOLE, options, 1, -1, true);
      exact.build(new PhraseIterator(phrases));
      fuzzy =
          new FuzzySuggester(
              temporary,
              "fuzzy",
              WHOLE,
              WHOLE,
              options,
              1,
              -1,
              true,
              1,
              true,
              RIGHT_LETTERS,
              FEWEST_LETTERS,
              true);
      // Both read the same automaton, and to build it is what takes the time.
      ByteBuffersDataOutput automaton = new ByteBuffersDataOutput();
      exact.store(automaton);
      fuzzy.load(automaton.toDataInput());
    }
  }

  /** Phrases that begin with a text, capital letters or not, most frequent first. */
  List<LookupResult> startingWith(String text, int top) throws IOException {
    return text.length() > LONGEST ? List.of() : exact.lookup(text, false, top);
  }

  /** Phrases that begin with a text but for one letter wrong, missing, too many or swapped. */
  List<LookupResult> startingNearly(String text, int top) throws IOException {
    return text.length() > LONGEST ? List.of() : fuzzy.lookup(text, false, top);
  }

  /** Memory taken, in bytes. */
  long ramBytesUsed() {
    return exact.ramBytesUsed() + fuzzy.ramBytesUsed();
  }
}
