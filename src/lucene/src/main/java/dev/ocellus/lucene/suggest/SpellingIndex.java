package dev.ocellus.lucene.suggest;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The captions' words as they are written, for Lucene's {@link DirectSpellChecker}, in an index of
 * their own in memory: the photos' index has lemmas alone, and "childern" is far from "child".
 */
final class SpellingIndex {

  private static final String WORD = "word";

  /** Nearest words of which the most frequent is taken. */
  private static final int CANDIDATES = 50;

  /**
   * A word of the captions.
   *
   * @param word as captions write it
   * @param photos number of photos with it
   */
  record Spelling(String word, int photos) {}

  private final Map<String, Spelling> byForm = new HashMap<>();
  private final IndexReader reader;

  SpellingIndex(Vocabulary words) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (int word = 0; word < words.size(); word++) {
        byForm.put(words.form(word), new Spelling(words.written(word), words.photos(word)));
        Document document = new Document();
        document.add(new StringField(WORD, words.form(word), Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
  }

  /**
   * Of the words that are at most some edits away (a letter wrong, missing, too many, or swapped
   * with the next) the one that most photos have, or null.
   *
   * @param edits 1 or 2
   * @param fewestPhotos a word that fewer photos have is passed over
   */
  @Nullable Spelling mostFrequent(String word, int edits, int fewestPhotos) throws IOException {
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMaxEdits(edits);
    checker.setMinPrefix(edits - 1);
    checker.setMinQueryLength(1);
    checker.setAccuracy(0);
    SuggestWord[] near =
        checker.suggestSimilar(
            new Term(WORD, Vocabulary.fold(word)), CANDIDATES, reader, SuggestMode.SUGGEST_ALWAYS);
    return Arrays.stream(near)
        .map(candidate -> byForm.get(candidate.string))
        .filter(spelling -> spelling.photos() >= fewestPhotos)
        .max(
            (a, b) ->
                a.photos() != b.photos()
                    ? Integer.compare(a.photos(), b.photos())
                    : b.word().compareTo(a.word()))
        .orElse(null);
  }
}
