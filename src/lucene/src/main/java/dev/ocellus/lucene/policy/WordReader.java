package dev.ocellus.lucene.policy;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.morfologik.MorphosyntacticTagsAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Splits a reading into words by the analyzer that captions are indexed with. */
final class WordReader {

  /** What parts sentences or clauses: words on its two sides are not in a row. */
  private static final Pattern BREAK = Pattern.compile("[,;:.!?()\\[\\]\"\\n]");

  private static final int GAP = 1000;

  private final CaptionAnalyzer analyzer;

  private final boolean dictionary;

  WordReader(CaptionAnalyzer analyzer) {
    this.analyzer = analyzer;
    try (TokenStream tokens = analyzer.analyzer().tokenStream(PhotoSchema.CAPTION, "")) {
      this.dictionary = tokens.hasAttribute(MorphosyntacticTagsAttribute.class);
      tokens.reset();
      tokens.end();
    } catch (IOException e) {
      throw new AssertionError("reading a string does no input", e);
    }
  }

  /** Whether lemmas come from a dictionary, not from cutting off endings. */
  boolean hasDictionary() {
    return dictionary;
  }

  String language() {
    return analyzer.language();
  }

  List<Word> words(Reading reading) {
    String text = reading.text();
    List<Word> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.analyzer().tokenStream(PhotoSchema.CAPTION, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int position = -1;
      int end = 0;
      while (tokens.incrementToken()) {
        if (increment.getPositionIncrement() == 0 && !words.isEmpty()) {
          words.getLast().lemmas().add(term.toString());
          continue;
        }
        int start = offset.startOffset();
        position += increment.getPositionIncrement();
        if (start > end && BREAK.matcher(text).region(end, start).find()) {
          position += GAP;
        }
        end = offset.endOffset();
        Set<String> lemmas = new LinkedHashSet<>();
        lemmas.add(term.toString());
        words.add(
            new Word(
                position,
                reading.start(start),
                reading.end(end),
                lemmas,
                form(text.substring(start, end)),
                dictionary && isUnknown(tokens)));
      }
    } catch (IOException e) {
      throw new AssertionError("reading a string does no input", e);
    }
    return words;
  }

  /** A word as it stands, spelled as the analyzer spells lemmas: "ребёнок" is "ребенок". */
  private String form(String word) {
    String lowerCase = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    return analyzer.analyzer().normalize(PhotoSchema.CAPTION, lowerCase).utf8ToString();
  }

  private static boolean isUnknown(TokenStream tokens) {
    var tags = tokens.getAttribute(MorphosyntacticTagsAttribute.class).getTags();
    return tags == null || tags.isEmpty();
  }
}
