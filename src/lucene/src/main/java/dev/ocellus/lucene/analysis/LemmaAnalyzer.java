package dev.ocellus.lucene.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import morfologik.stemming.Dictionary;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Lower-cased words without stop words, each replaced by its dictionary lemmas, all at one
 * position: "geese" becomes goose; "leaves" becomes leave and leaf. A word that the dictionary
 * lacks stays as it is.
 */
final class LemmaAnalyzer extends Analyzer {

  private final Dictionary dictionary;
  private final CharArraySet stopWords;

  /**
   * @param dictionaryResource class-path resource of a morfologik dictionary ({@code .dict}, with
   *     its {@code .info} beside it)
   */
  LemmaAnalyzer(String dictionaryResource, CharArraySet stopWords) {
    this.dictionary = read(dictionaryResource);
    this.stopWords = stopWords;
  }

  private static Dictionary read(String resource) {
    ClassLoader loader = LemmaAnalyzer.class.getClassLoader();
    try (InputStream automaton = loader.getResourceAsStream(resource);
        InputStream metadata =
            loader.getResourceAsStream(resource.replaceFirst("\\.dict$", ".info"))) {
      if (automaton == null || metadata == null) {
        throw new IllegalStateException(
            "dictionary " + resource + " is missing from the class path");
      }
      return Dictionary.read(automaton, metadata);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the dictionary " + resource, e);
    }
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream stream = new EnglishPossessiveFilter(words);
    stream = new LowerCaseFilter(stream);
    stream = new StopFilter(stream, stopWords);
    stream = new MorfologikFilter(stream, dictionary);
    // Dictionaries write some lemmas with a capital letter, and one lemma once a part of speech.
    stream = new LowerCaseFilter(stream);
    stream = new RemoveDuplicatesTokenFilter(stream);
    return new TokenStreamComponents(words, stream);
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return new LowerCaseFilter(in);
  }
}
