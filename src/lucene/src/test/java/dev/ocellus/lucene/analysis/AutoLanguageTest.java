package dev.ocellus.lucene.analysis;

import static dev.ocellus.lucene.SmallCollection.photo;
import static dev.ocellus.lucene.SmallCollection.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.index.PhotoDocument;
import dev.ocellus.lucene.query.CandidateSource;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A collection whose captions are each in a language of their own. */
class AutoLanguageTest {

  private static final CaptionAnalyzer AUTO = CaptionAnalyzer.of("auto");
  private static final ByteBuffersDirectory DIRECTORY = new ByteBuffersDirectory();
  private static DirectoryReader reader;

  @BeforeAll
  static void index() throws IOException {
    List<List<String>> photos =
        List.of(
            List.of("ru.jpg", "ребенок играет с мячом", "Люди на лугу"),
            List.of("en.jpg", "two children ride their bikes", "Geese in a park"),
            List.of("de.jpg", "Zwei Mädchen beim Strandspaziergang", "Häuser am Fluss"),
            List.of("fr.jpg", "Des chevaux près de l'eau", "Un élève dans la forêt"),
            List.of("es.jpg", "Los niños juegan con un perro"),
            List.of(
                "mixed.jpg",
                "A person on a horse",
                "Человек на лошади",
                "Ein Mensch auf einem Pferd"),
            List.of("ja.jpg", "海辺の犬"));
    try (IndexWriter writer = new IndexWriter(DIRECTORY, new IndexWriterConfig(AUTO.analyzer()))) {
      for (List<String> photo : photos) {
        List<String> captions = photo.subList(1, photo.size());
        writer.addDocuments(
            PhotoDocument.block(
                photo(
                    photo.getFirst(),
                    vector(1, 0),
                    captions,
                    Collections.nCopies(captions.size(), vector(0, 1))),
                "test/model"));
      }
    }
    reader = DirectoryReader.open(DIRECTORY);
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    DIRECTORY.close();
  }

  private static List<String> found(String text) throws IOException {
    List<LemmaGroup> words =
        LemmaGroup.of(AUTO.queryAnalyzer(), PhotoSchema.CAPTION, text, Integer.MAX_VALUE);
    HybridQuery query =
        new HybridQuery(words, EncodedText.of(vector(1, 0)), new SingleFeature(Feature.BM25))
            .withSources(Set.of(CandidateSource.WORDS));
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : new IndexSearcher(reader).search(query, 10).scoreDocs) {
      ids.add(reader.storedFields().document(hit.doc).get(PhotoSchema.ID));
    }
    return ids.stream().sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "дети, ru.jpg",
    "ребёнок, ru.jpg",
    "мяч, ru.jpg",
    "человек, mixed.jpg ru.jpg",
    "children, en.jpg",
    "a child on a bike, en.jpg",
    "goose, en.jpg",
    "Mädchen, de.jpg",
    "madchen, de.jpg",
    "Spaziergang am Strand, de.jpg",
    "haus, de.jpg",
    "cheval, fr.jpg",
    "l'eau, fr.jpg",
    "eau, fr.jpg",
    "eleve, fr.jpg",
    "forets, fr.jpg",
    "niño, es.jpg",
    "nina, es.jpg",
    "perros, es.jpg",
    "horses, mixed.jpg",
    "Pferde, mixed.jpg",
    "лошадь, mixed.jpg",
    "犬, ''",
    "海辺, ja.jpg"
  })
  void aQueryFindsCaptionsOfItsOwnLanguage(String text, String ids) throws IOException {
    assertEquals(ids.isEmpty() ? List.of() : List.of(ids.split(" ")), found(text));
  }

  @Test
  void readingsOfOneWordStandAtOnePosition() {
    List<LemmaGroup> words =
        LemmaGroup.of(AUTO.queryAnalyzer(), PhotoSchema.CAPTION, "hotels bar", 100);
    assertEquals(2, words.size(), words::toString);
  }

  @Test
  void anEnglishCaptionHasTheSameWordsAsInAnEnglishIndex() {
    String text = "Three leaves fall on the children's bikes";
    assertEquals(
        LemmaGroup.of(CaptionAnalyzer.of("en").analyzer(), PhotoSchema.CAPTION, text, 100),
        LemmaGroup.of(AUTO.analyzer(), PhotoSchema.CAPTION, text, 100));
  }
}
