package dev.ocellus.lucene.suggest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * The words that hold a sentence together: those that the captions' analyzer drops, and those of
 * the Snowball project's longer lists, which come with Lucene. No phrase ends with one.
 */
final class FunctionWords {

  private static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry("da", "danish"),
          Map.entry("de", "german"),
          Map.entry("en", "english"),
          Map.entry("es", "spanish"),
          Map.entry("fi", "finnish"),
          Map.entry("fr", "french"),
          Map.entry("hu", "hungarian"),
          Map.entry("it", "italian"),
          Map.entry("nl", "dutch"),
          Map.entry("no", "norwegian"),
          Map.entry("pt", "portuguese"),
          Map.entry("ru", "russian"),
          Map.entry("sv", "swedish"));

  private final CharArraySet list;
  private final Analyzer analyzer;

  /**
   * @param language ISO 639-1; of one without a list only the analyzer is asked
   */
  FunctionWords(String language, Analyzer analyzer) {
    this.list = list(language);
    this.analyzer = analyzer;
  }

  private static CharArraySet list(String language) {
    String name = LISTS.get(language);
    if (name == null) {
      return CharArraySet.EMPTY_SET;
    }
    try (InputStream file = SnowballFilter.class.getResourceAsStream(name + "_stop.txt")) {
      if (file == null) {
        throw new IllegalStateException("Lucene's list " + name + "_stop.txt is missing");
      }
      return WordlistLoader.getSnowballWordSet(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read Lucene's list " + name + "_stop.txt", e);
    }
  }

  boolean contains(String word) {
    return list.contains(word) || isDropped(word);
  }

  private boolean isDropped(String word) {
    try (TokenStream tokens = analyzer.tokenStream("", word)) {
      tokens.reset();
      return !tokens.incrementToken();
    } catch (IOException e) {
      throw new AssertionError("reading a string does no input", e);
    }
  }
}
