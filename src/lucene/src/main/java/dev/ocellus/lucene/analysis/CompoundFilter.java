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
 * Puts the parts of a compound in its place, one after the other, so that "Strandspaziergang" and
 * "Spaziergang am Strand" have the same words. Each part has the whole word's offsets.
 */
final class CompoundFilter extends TokenFilter {

  private final Compounds compounds;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final Deque<String> more = new ArrayDeque<>();
  private @Nullable State state;

  CompoundFilter(TokenStream input, Compounds compounds) {
    super(input);
    this.compounds = compounds;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!more.isEmpty()) {
      restoreState(state);
      increment.setPositionIncrement(1);
      term.setEmpty().append(more.pop());
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    more.addAll(compounds.split(term.toString()));
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
