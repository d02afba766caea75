package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.TestModels;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.fields.PhotoFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets of the further columns of a captions table. */
class IndexedFieldsTest {

  private static final String TABLE =
      """
      image,caption,tags,stars,aperture,shot,Author
      chelsea.jpg,A cat.,pet;home,5,2.8,2020-05-17,Anna
      chelsea.jpg,A tabby.,pet;sofa,4,,2020-05-18T09:30:00,
      rocket.jpg,A rocket.,,2,11,2019-01-01,Boris Müller
      coffee.jpg,,home,,,,
      """;

  @TempDir Path temp;
  private Path photos;
  private Path index;
  private Path captions;
  private Path model;
  private IndexOptions options;
  private final List<String> problems = new ArrayList<>();

  @BeforeEach
  void copyPhotos() throws IOException {
    photos = temp.resolve("photos");
    index = temp.resolve("index");
    captions = temp.resolve("captions.csv");
    model = TestModels.tiny(temp.resolve("model"), "test/model", .5);
    for (String photo : List.of("chelsea.jpg", "rocket.jpg", "coffee.jpg")) {
      TestPhotos.copy(photo, photos.resolve(photo));
    }
    Files.writeString(captions, TABLE);
    options =
        IndexOptions.of(photos, index).withModel(model.toString()).withThreads(1).withBatchSize(1);
  }

  private IndexReport run(IndexOptions asked) throws IOException {
    problems.clear();
    IndexProgress listener =
        new IndexProgress() {
          @Override
          public void problem(String line) {
            problems.add(line);
          }
        };
    return new PhotoIndexer(asked).run(listener);
  }

  private IndexReport run(String table) throws IOException {
    Files.writeString(captions, table);
    return run(options.withCaptions(captions));
  }

  private interface Use<T> {
    T of(PhotoSearcher searcher) throws IOException;
  }

  private <T> T search(Use<T> use) throws IOException {
    try (PhotoIndex open = PhotoIndex.open(index);
        PhotoSearcher searcher = open.acquire()) {
      return use.of(searcher);
    }
  }

  private String kinds() throws IOException {
    return search(searcher -> searcher.metadata().fields().record());
  }

  private Set<String> found(Query query) throws IOException {
    return search(
        open -> {
          Set<String> ids = new TreeSet<>();
          for (ScoreDoc hit : open.searcher().search(query, 10).scoreDocs) {
            ids.add(open.searcher().storedFields().document(hit.doc).get(PhotoSchema.ID));
          }
          return ids;
        });
  }

  private List<String> sorted(SortField field) throws IOException {
    return search(
        open -> {
          List<String> ids = new ArrayList<>();
          for (ScoreDoc hit :
              open.searcher().search(PhotoSchema.PHOTOS, 10, new Sort(field)).scoreDocs) {
            ids.add(open.searcher().storedFields().document(hit.doc).get(PhotoSchema.ID));
          }
          return ids;
        });
  }

  private IndexedPhoto photo(String id) throws IOException {
    return search(
        open -> {
          PhotoReader reader = new PhotoReader(open.searcher().getIndexReader());
          for (ScoreDoc hit : open.searcher().search(PhotoSchema.PHOTOS, 10).scoreDocs) {
            IndexedPhoto photo = reader.read(hit.doc);
            if (photo.id().equals(id)) {
              return photo;
            }
          }
          throw new AssertionError("no photo " + id);
        });
  }

  private SequencedMap<String, List<Object>> shown(String id) throws IOException {
    return search(
        open -> {
          int doc =
              open.searcher()
                  .search(KeywordField.newExactQuery(PhotoSchema.ID, id), 10)
                  .scoreDocs[0]
                  .doc;
          while (open.searcher().storedFields().document(doc).get(PhotoSchema.WIDTH) == null) {
            doc++;
          }
          return PhotoFields.of(
              open.searcher().storedFields().document(doc), open.metadata().fields());
        });
  }

  private static long millis(String date) {
    return Objects.requireNonNull(DatePeriod.of(date)).from();
  }

  @Test
  void everyColumnIsSearchedByItsKind() throws IOException {
    IndexReport report = run(TABLE);
    assertEquals(List.of(), problems);
    assertEquals(3, report.added());
    assertEquals("aperture:double author:keyword shot:date stars:long", kinds());
    assertEquals(Set.of("chelsea.jpg"), found(KeywordField.newExactQuery("tag", "sofa")));
    assertEquals(
        Set.of("chelsea.jpg", "coffee.jpg"), found(KeywordField.newExactQuery("tag", "home")));
    assertEquals(Set.of("rocket.jpg"), found(KeywordField.newExactQuery("author", "Boris Müller")));
    assertEquals(Set.of("chelsea.jpg"), found(LongField.newRangeQuery("stars", 4, 4)));
    assertEquals(
        Set.of("chelsea.jpg"),
        found(DoubleField.newRangeQuery("aperture", 0, Math.nextDown(11.0))));
    assertEquals(
        Set.of("chelsea.jpg"),
        found(LongField.newRangeQuery("shot", millis("2020-05-18"), Long.MAX_VALUE)));
    assertEquals(3, found(LongField.newRangeQuery(PhotoSchema.WIDTH, 1, Long.MAX_VALUE)).size());
  }

  @Test
  void everyFieldSorts() throws IOException {
    run(TABLE);
    assertEquals(
        List.of("coffee.jpg", "rocket.jpg", "chelsea.jpg"),
        sorted(LongField.newSortField("stars", false, SortedNumericSelector.Type.MAX)));
    assertEquals(
        List.of("rocket.jpg", "chelsea.jpg", "coffee.jpg"),
        sorted(DoubleField.newSortField("aperture", true, SortedNumericSelector.Type.MIN)));
    assertEquals(
        List.of("coffee.jpg", "chelsea.jpg", "rocket.jpg"),
        sorted(KeywordField.newSortField("author", false, SortedSetSelector.Type.MIN)));
    assertEquals(
        List.of("rocket.jpg", "coffee.jpg", "chelsea.jpg"),
        sorted(KeywordField.newSortField(PhotoSchema.ID, true, SortedSetSelector.Type.MIN)));
  }

  @Test
  void aHitShowsItsValues() throws IOException {
    run(TABLE);
    SequencedMap<String, List<Object>> cat = shown("chelsea.jpg");
    assertEquals(
        List.of("tag", "width", "height", "aperture", "author", "shot", "stars"),
        List.copyOf(cat.keySet()));
    assertEquals(List.of("pet", "home", "sofa"), cat.get("tag"));
    assertEquals(List.of(2.8), cat.get("aperture"));
    assertEquals(List.of("2020-05-17", "2020-05-18T09:30"), cat.get("shot"));
    assertEquals(List.of(5L, 4L), cat.get("stars"));
    assertEquals(List.of("A cat.", "A tabby."), photo("chelsea.jpg").captions());
    assertEquals(List.of(), photo("coffee.jpg").captions());
  }

  @Test
  void fieldsStayWithoutATableAndFollowAPhotoThatMoves() throws IOException {
    run(TABLE);
    FieldValues values = photo("chelsea.jpg").fields();
    Files.move(photos.resolve("chelsea.jpg"), photos.resolve("tom.jpg"));
    IndexReport report = run(options);
    assertEquals(1, report.renamed());
    assertEquals(2, report.unchanged());
    assertEquals(values, photo("tom.jpg").fields());
    assertEquals("aperture:double author:keyword shot:date stars:long", kinds());
  }

  @Test
  void aChangedValueIsWrittenWithoutEncodingThePhotoAnew() throws IOException {
    run(TABLE);
    assertEquals(3, run(TABLE).unchanged());
    float[] before = photo("chelsea.jpg").picture().vector();
    // With this the encoder would make another vector of every photo.
    Path config = model.resolve("preprocessor_config.json");
    Files.writeString(config, Files.readString(config).replace("0.5", "0.1"));

    IndexReport report = run(TABLE.replace("pet;home", "pet;garden"));

    assertEquals(1, report.changed());
    assertEquals(2, report.unchanged());
    assertEquals(List.of("pet", "garden", "sofa"), photo("chelsea.jpg").fields().of("tag"));
    assertArrayEquals(before, photo("chelsea.jpg").picture().vector());
  }

  @Test
  void aTableIsTheTruthButAKindStays() throws IOException {
    run(TABLE);
    run("image,caption\nchelsea.jpg,A cat.\n");
    assertEquals(FieldValues.NONE, photo("chelsea.jpg").fields());
    assertEquals("aperture:double author:keyword shot:date stars:long", kinds());

    IndexReport report = run("image,caption,stars\nchelsea.jpg,A cat.,many\nrocket.jpg,Up.,3\n");

    assertEquals(1, report.captionProblems());
    assertEquals(
        List.of(captions + ":2: 'many' is not an integer, as the field stars takes; passed over"),
        problems);
    assertEquals(List.of(3L), photo("rocket.jpg").fields().of("stars"));
    assertEquals(FieldValues.NONE, photo("chelsea.jpg").fields());
  }

  @Test
  void aToldKindIsTakenAndCannotBeChanged() throws IOException {
    IndexOptions told =
        options
            .withCaptions(captions)
            .withFields(Map.of("Stars", FieldKind.DOUBLE, "author", FieldKind.TEXT));
    run(told);
    assertEquals("aperture:double author:text shot:date stars:double", kindsSorted());
    assertEquals(
        Set.of("rocket.jpg"), found(new TermQuery(new Term("author", "boris"))), "analyzed");
    assertEquals(List.of("Boris Müller"), photo("rocket.jpg").fields().of("author"));
    assertEquals(List.of(5.0, 4.0), photo("chelsea.jpg").fields().of("stars"));

    IndexOptions other = options.withFields(Map.of("stars", FieldKind.LONG));
    IndexException e = assertThrows(IndexException.class, () -> run(other));
    assertEquals(
        "the field stars is double in this index, which cannot be changed to long; use another"
            + " index",
        e.getMessage());
    assertThrows(
        IndexException.class, () -> run(options.withFields(Map.of("like", FieldKind.LONG))));
  }

  private String kindsSorted() throws IOException {
    return String.join(" ", new TreeSet<>(List.of(kinds().split(" "))));
  }

  @Test
  void anotherEncoderKeepsTheFields() throws IOException {
    run(TABLE);
    FieldValues values = photo("chelsea.jpg").fields();
    Path other = TestModels.tiny(temp.resolve("other"), "test/other", .1);
    IndexReport report = run(options.withModel(other.toString()));
    assertEquals(3, Objects.requireNonNull(report.reencoded()).photos());
    assertEquals(values, photo("chelsea.jpg").fields());
    assertEquals("aperture:double author:keyword shot:date stars:long", kinds());
  }

  @Test
  void aStoppedReencodingHoldsItsKinds() throws IOException {
    run("image,caption\nchelsea.jpg,A cat.\n");
    Path other = TestModels.tiny(temp.resolve("other"), "test/other", .1);
    IndexOptions changing = options.withModel(other.toString()).withCaptions(captions);
    Files.writeString(captions, "image,caption,stars\nchelsea.jpg,A cat.,1.5\n");
    IndexProgress stop =
        new IndexProgress() {
          private boolean begun;

          @Override
          public void advanced(long done) {
            begun = true;
          }

          @Override
          public boolean cancelled() {
            return begun;
          }
        };
    assertTrue(new PhotoIndexer(changing).run(stop).cancelled());
    Files.writeString(captions, "image,caption,stars\nrocket.jpg,Up.,4\n");
    run(changing);
    assertEquals("stars:double", kinds());
    assertEquals(List.of(4.0), photo("rocket.jpg").fields().of("stars"));
    assertEquals(FieldValues.NONE, photo("chelsea.jpg").fields());
  }

  @Test
  void aPhraseIsWithinOneCaption() throws IOException {
    run("image,caption\nchelsea.jpg,A red cat.\nchelsea.jpg,Sofa at home.\n");
    assertEquals(Set.of("chelsea.jpg"), found(new PhraseQuery("caption", "red", "cat")));
    assertEquals(Set.of(), found(new PhraseQuery("caption", "cat", "sofa")));
    assertEquals(Set.of(), found(new PhraseQuery(50, "caption", "cat", "sofa")));
  }
}
