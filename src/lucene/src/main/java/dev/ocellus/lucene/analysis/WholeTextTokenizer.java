package dev.ocellus.lucene.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Tokens that depend on the whole text, not on what was read so far. */
final class WholeTextTokenizer extends Tokenizer {

  private final Function<String, List<Token>> analysis;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private Iterator<Token> tokens = List.<Token>of().iterator();
  private int position;
  private int length;

  /**
   * @param analysis text to tokens, by position
   */
  WholeTextTokenizer(Function<String, List<Token>> analysis) {
    this.analysis = analysis;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    StringWriter text = new StringWriter();
    input.transferTo(text);
    length = text.getBuffer().length();
    position = -1;
    tokens = analysis.apply(text.toString()).iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!tokens.hasNext()) {
      return false;
    }
    Token token = tokens.next();
    term.setEmpty().append(token.term());
    offset.setOffset(correctOffset(token.start()), correctOffset(token.end()));
    increment.setPositionIncrement(token.position() - position);
    position = token.position();
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(correctOffset(length), correctOffset(length));
  }
}
