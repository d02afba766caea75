package dev.ocellus.lucene.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a lower-case word by the dictionary's words that it may mean, all at one position; a
 * word that the dictionary lacks stays.
 */
final class DictionaryFormFilter extends TokenFilter {

  private final DictionaryWords words;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final Deque<String> more = new ArrayDeque<>();
  private @Nullable State state;

  DictionaryFormFilter(TokenStream input, DictionaryWords words) {
    super(input);
    this.words = words;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!more.isEmpty()) {
      restoreState(state);
      increment.setPositionIncrement(0);
      term.setEmpty().append(more.pop());
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    more.addAll(words.forms(term.toString()));
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
