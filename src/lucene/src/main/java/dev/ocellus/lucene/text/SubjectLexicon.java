package dev.ocellus.lucene.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Which words say what {@link Subject}: a list of lemmas, known for English. In another language no
 * word says any.
 */
final class SubjectLexicon {

  private static final String FILE = "subjects_%s.txt";

  private static final Map<String, SubjectLexicon> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final Map<String, Set<Subject>> subjects;

  private SubjectLexicon(Map<String, Set<Subject>> subjects) {
    this.subjects = subjects;
  }

  /**
   * A word that says what a text is about.
   *
   * @param start index of its first char in the text
   * @param end index behind its last
   */
  record Mention(int start, int end, Set<Subject> subjects) {}

  /**
   * @param language ISO 639-1
   */
  static SubjectLexicon of(String language) {
    return BY_LANGUAGE.computeIfAbsent(language, SubjectLexicon::read);
  }

  private static SubjectLexicon read(String language) {
    Map<String, Set<Subject>> subjects = new HashMap<>();
    try (InputStream in = SubjectLexicon.class.getResourceAsStream(FILE.formatted(language))) {
      if (in != null) {
        read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), subjects);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SubjectLexicon(subjects);
  }

  private static void read(BufferedReader lines, Map<String, Set<Subject>> subjects)
      throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int colon = line.indexOf(':');
      if (line.startsWith("#") || colon < 0) {
        continue;
      }
      Subject subject = Subject.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
      for (String word : line.substring(colon + 1).strip().split(" ")) {
        subjects.computeIfAbsent(word, w -> EnumSet.noneOf(Subject.class)).add(subject);
      }
    }
  }

  /** The words of a text that say what it is about, by their lemmas or as they stand. */
  List<Mention> mentions(Analyzer analyzer, String text) {
    List<Mention> mentions = new ArrayList<>();
    if (subjects.isEmpty()) {
      return mentions;
    }
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute lemma = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        int start = offsets.startOffset();
        int end = offsets.endOffset();
        Set<Subject> said = EnumSet.noneOf(Subject.class);
        said.addAll(subjects.getOrDefault(lemma.toString(), Set.of()));
        String surface = text.substring(start, end).toLowerCase(Locale.ROOT);
        said.addAll(subjects.getOrDefault(surface, Set.of()));
        if (!said.isEmpty()) {
          mentions.add(new Mention(start, end, said));
        }
      }
    } catch (IOException e) {
      throw new AssertionError("reading a string does no input", e);
    }
    return mentions;
  }
}
