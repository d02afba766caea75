package dev.ocellus.lucene.expand;

import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.query.LemmaGroup;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;

/**
 * Synonyms from a user's file in one of the two formats that Lucene reads: Solr's ({@code couch,
 * sofa}; {@code pup => dog, puppy}; {@code #} comments) or WordNet's Prolog ({@code
 * s(100000001,1,'couch',n,1,0).}). Words are taken as the analyzer of captions reads them, so that
 * "couches" has the synonyms of "couch".
 */
public final class SynonymFile implements Thesaurus {

  private final Map<String, Map<String, Relation>> related = new HashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  private SynonymFile() {}

  /**
   * Reads a file, UTF-8.
   *
   * @param analyzer of the captions
   * @throws DataException if there is no such file, or a line is no rule; one line with the file,
   *     the line's number, and what would be right
   */
  public static SynonymFile read(Path file, Analyzer analyzer) throws IOException {
    try {
      SynonymFile synonyms = new SynonymFile();
      List<String> lines = Files.readAllLines(file);
      SynonymRules.read(
          lines, file.toString(), (line, from, to) -> synonyms.add(analyzer, file, line, from, to));
      return synonyms;
    } catch (NoSuchFileException e) {
      throw new DataException(file + ": no such file; a synonym file has lines like: couch, sofa");
    } catch (CharacterCodingException e) {
      throw new DataException(file + ": not UTF-8; save it in that encoding");
    }
  }

  private void add(Analyzer analyzer, Path file, int line, String from, String to) {
    LemmaGroup word = word(analyzer, file, line, from);
    LemmaGroup other = word(analyzer, file, line, to);
    if (word == null || other == null) {
      return;
    }
    for (String lemma : word.lemmas()) {
      for (String otherLemma : other.lemmas()) {
        related
            .computeIfAbsent(lemma, unused -> new LinkedHashMap<>())
            .put(otherLemma, Relation.GIVEN);
      }
    }
  }

  private @Nullable LemmaGroup word(Analyzer analyzer, Path file, int line, String text) {
    List<LemmaGroup> words = LemmaGroup.of(analyzer, PhotoSchema.CAPTION, text, 2);
    if (words.size() == 1) {
      return words.getFirst();
    }
    notes.add(
        "%s:%d: \"%s\" is %s; only single words are expanded"
            .formatted(file, line, text, words.isEmpty() ? "never searched for" : "several words"));
    return null;
  }

  /** One line for each word that was passed over, with its place; none twice. */
  public Set<String> notes() {
    return Collections.unmodifiableSet(notes);
  }

  @Override
  public Map<String, Relation> related(String lemma) {
    return Map.copyOf(related.getOrDefault(lemma, Map.of()));
  }
}
