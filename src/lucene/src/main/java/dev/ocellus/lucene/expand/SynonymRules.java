package dev.ocellus.lucene.expand;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.synonym.WordnetSynonymParser;
import org.apache.lucene.util.CharsRef;

/** Reads synonym rules by Lucene's parsers, and tells the line that is none. */
final class SynonymRules {

  private static final Pattern PROLOG =
      Pattern.compile("s\\(\\d{9},\\d+,'.+',[nvasr],\\d+,\\d+\\)\\.");

  /** Where the number of a line's meaning ends. */
  private static final int NUMBER_END = "s(100000001".length();

  /** Rules keep their words as written; the analyzer of captions reads them later. */
  private static final Analyzer AS_WRITTEN =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          return new TokenStreamComponents(new KeywordTokenizer());
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
          return in;
        }
      };

  /** Receives pairs of words. */
  interface Visitor {
    void pair(int line, String word, String other);
  }

  private SynonymRules() {}

  /**
   * @param source what messages call the file
   * @throws DataException at the first line that is no rule
   */
  static void read(List<String> lines, String source, Visitor visitor) throws IOException {
    if (lines.stream().map(String::strip).anyMatch(line -> line.startsWith("s("))) {
      readProlog(lines, source, visitor);
    } else {
      readSolr(lines, source, visitor);
    }
  }

  private static void readSolr(List<String> lines, String source, Visitor visitor)
      throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      try {
        new SolrParser(new Rules(i + 1, visitor)).parse(new StringReader(lines.get(i)));
      } catch (ParseException e) {
        throw bad(source, i + 1, lines.get(i), "couch, sofa or pup => dog, puppy");
      }
    }
  }

  /** Lines with one number are one meaning; a pair is told with the meaning's last line. */
  private static void readProlog(List<String> lines, String source, Visitor visitor)
      throws IOException {
    StringBuilder meaning = new StringBuilder();
    String number = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !PROLOG.matcher(line).matches()) {
        throw bad(source, i + 1, line, "s(100000001,1,'couch',n,1,0).");
      }
      String next = line.isEmpty() ? "" : line.substring(0, NUMBER_END);
      if (!next.equals(number)) {
        flush(meaning, i, visitor);
        number = next;
      }
      if (!line.isEmpty()) {
        meaning.append(line).append('\n');
      }
    }
    flush(meaning, lines.size(), visitor);
  }

  private static void flush(StringBuilder meaning, int line, Visitor visitor) throws IOException {
    try {
      new WordnetParser(new Rules(line, visitor)).parse(new StringReader(meaning.toString()));
    } catch (ParseException e) {
      throw new AssertionError("every line was looked at", e);
    }
    meaning.setLength(0);
  }

  private static DataException bad(String source, int line, String text, String right) {
    return new DataException(
        "%s:%d: no synonym rule: \"%s\"; a rule is like: %s".formatted(source, line, text, right));
  }

  /** Takes what a parser reads, in place of the map that it would build. */
  private record Rules(int line, Visitor visitor) {
    void add(CharsRef input, CharsRef output) {
      String word = input.toString().replace(SynonymMap.WORD_SEPARATOR, ' ');
      String other = output.toString().replace(SynonymMap.WORD_SEPARATOR, ' ');
      if (!word.equals(other)) {
        visitor.pair(line, word, other);
      }
    }
  }

  private static final class SolrParser extends SolrSynonymParser {
    private final Rules rules;

    SolrParser(Rules rules) {
      super(true, true, AS_WRITTEN);
      this.rules = rules;
    }

    @Override
    public void add(CharsRef input, CharsRef output, boolean includeOriginal) {
      rules.add(input, output);
    }
  }

  private static final class WordnetParser extends WordnetSynonymParser {
    private final Rules rules;

    WordnetParser(Rules rules) {
      super(true, true, AS_WRITTEN);
      this.rules = rules;
    }

    @Override
    public void add(CharsRef input, CharsRef output, boolean includeOriginal) {
      rules.add(input, output);
    }
  }
}
