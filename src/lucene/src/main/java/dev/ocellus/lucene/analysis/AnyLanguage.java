package dev.ocellus.lucene.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/**
 * Texts in languages that they tell themselves: a caption is read in its most likely language, a
 * query, which is shorter, in every language that it may be in.
 */
final class AnyLanguage {

  private final LanguageDetector detector = new LanguageDetector();
  private final Function<String, Analyzer> analyzers;
  private final Map<String, Analyzer> opened = new ConcurrentHashMap<>();
  private final Analyzer spans = new StandardAnalyzer();

  /**
   * @param analyzers language to analyzer
   */
  AnyLanguage(Function<String, Analyzer> analyzers) {
    this.analyzers = analyzers;
  }

  LanguageDetector detector() {
    return detector;
  }

  Analyzer captions() {
    return new WholeTextAnalyzer(this::caption);
  }

  Analyzer queries() {
    return new WholeTextAnalyzer(this::query);
  }

  private List<Token> caption(String field, String text) {
    return Token.of(analyzer(detector.detect(text)), field, text);
  }

  private Analyzer analyzer(String language) {
    return opened.computeIfAbsent(language, analyzers);
  }

  /** The lemmas of each word in all languages at one position. */
  private List<Token> query(String field, String text) {
    List<String> languages = detector.plausible(text);
    if (languages.size() == 1) {
      return Token.of(analyzer(languages.getFirst()), field, text);
    }
    NavigableMap<Integer, Word> words = new TreeMap<>();
    for (Token span : Token.of(spans, field, text)) {
      words.put(span.start(), new Word(new ArrayList<>()));
    }
    for (String language : languages) {
      Map<Integer, Integer> firsts = new HashMap<>();
      for (Token token : Token.of(analyzer(language), field, text)) {
        Map.Entry<Integer, Word> word = words.floorEntry(token.start());
        if (word != null) {
          int first = firsts.computeIfAbsent(word.getKey(), start -> token.position());
          word.getValue().add(token, token.position() - first);
        }
      }
    }
    List<Token> united = new ArrayList<>();
    int position = 0;
    for (Word word : words.values()) {
      for (Set<Token> readings : word.parts()) {
        for (Token reading : readings) {
          united.add(new Token(reading.term(), reading.start(), reading.end(), position));
        }
        position++;
      }
      position += word.parts().isEmpty() ? 1 : 0;
    }
    return united;
  }

  /** The readings of one word, by part: a compound has several. */
  private record Word(List<Set<Token>> parts) {

    void add(Token token, int part) {
      while (parts.size() <= part) {
        parts.add(new LinkedHashSet<>());
      }
      parts.get(part).add(new Token(token.term(), token.start(), token.end(), 0));
    }
  }

  /** An analyzer that sees a text as a whole. */
  private static final class WholeTextAnalyzer extends Analyzer {

    private final BiFunction<String, String, List<Token>> analysis;

    WholeTextAnalyzer(BiFunction<String, String, List<Token>> analysis) {
      this.analysis = analysis;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      return new TokenStreamComponents(
          new WholeTextTokenizer(text -> analysis.apply(fieldName, text)));
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
      return new LowerCaseFilter(in);
    }
  }
}
