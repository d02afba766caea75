package dev.ocellus.lucene.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * One term of a text.
 *
 * @param start index of its first char in the text
 * @param end index behind its last
 * @param position from 0; terms at one position are readings of one word
 */
record Token(String term, int start, int end, int position) {

  /** What an analyzer makes of a text. */
  static List<Token> of(Analyzer analyzer, String field, String text) {
    List<Token> read = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int position = -1;
      while (tokens.incrementToken()) {
        position += increment.getPositionIncrement();
        read.add(new Token(term.toString(), offset.startOffset(), offset.endOffset(), position));
      }
      tokens.end();
    } catch (IOException e) {
      throw new AssertionError("reading a string does no input", e);
    }
    return read;
  }
}
