package dev.ocellus.lucene.suggest;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.suggest.CaptionWords.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.morfologik.MorphosyntacticTagsAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * The words of a query that may be misspelt: no caption has any of their lemmas, and the language's
 * dictionary, where there is one, does not know them either.
 */
final class UnknownWords {

  /** Unknown words that are looked at; ordinary queries have fewer. */
  private static final int MOST = 16;

  private final IndexReader reader;
  private final Analyzer analyzer;

  UnknownWords(IndexReader reader, Analyzer analyzer) {
    this.reader = reader;
    this.analyzer = analyzer;
  }

  List<Token> of(String query) throws IOException {
    List<Token> unknown = new ArrayList<>();
    for (Token word : QueryWords.of(query)) {
      if (unknown.size() < MOST && !isKnown(word.text())) {
        unknown.add(word);
      }
    }
    return unknown;
  }

  /** A word may have parts, each of which has lemmas; a part is known if one of its lemmas is. */
  private boolean isKnown(String word) throws IOException {
    try (TokenStream tokens = analyzer.tokenStream(PhotoSchema.CAPTION, word)) {
      CharTermAttribute lemma = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      MorphosyntacticTagsAttribute tags = tokens.getAttribute(MorphosyntacticTagsAttribute.class);
      tokens.reset();
      boolean known = true;
      while (tokens.incrementToken()) {
        if (increment.getPositionIncrement() > 0) {
          if (!known) {
            return false;
          }
          known = inDictionary(tags);
        }
        known = known || reader.docFreq(new Term(PhotoSchema.CAPTION, lemma.toString())) > 0;
      }
      return known;
    }
  }

  private static boolean inDictionary(@Nullable MorphosyntacticTagsAttribute tags) {
    return tags != null && tags.getTags() != null && !tags.getTags().isEmpty();
  }
}
