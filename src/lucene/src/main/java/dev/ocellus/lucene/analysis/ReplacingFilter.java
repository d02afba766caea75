package dev.ocellus.lucene.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Puts other words in the place of a word, each with its offsets; a word without any stays. */
final class ReplacingFilter extends TokenFilter {

  private final Function<String, List<String>> others;
  private final int step;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final Deque<String> more = new ArrayDeque<>();
  private @Nullable State state;

  private ReplacingFilter(TokenStream input, Function<String, List<String>> others, int step) {
    super(input);
    this.others = others;
    this.step = step;
  }

  /** By the dictionary's words that a lower-case word may mean, all at its position. */
  static ReplacingFilter byForms(TokenStream input, DictionaryWords words) {
    return new ReplacingFilter(input, words::forms, 0);
  }

  /**
   * By the parts of a compound, one after the other, so that "Strandspaziergang" and "Spaziergang
   * am Strand" have the same words.
   */
  static ReplacingFilter byParts(TokenStream input, Compounds compounds) {
    return new ReplacingFilter(input, compounds::split, 1);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!more.isEmpty()) {
      restoreState(state);
      increment.setPositionIncrement(step);
      term.setEmpty().append(more.pop());
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    more.addAll(others.apply(term.toString()));
    if (!more.isEmpty()) {
      state = captureState();
      term.setEmpty().append(more.pop());
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    more.clear();
  }
}
