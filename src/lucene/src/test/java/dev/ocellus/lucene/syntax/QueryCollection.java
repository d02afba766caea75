package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoDocument;
import dev.ocellus.lucene.text.EncodedCaption;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * A real index of six photos, to see which of them a condition lets through.
 *
 * <ul>
 *   <li>beach: "Two dogs play on a beach"; tag holiday, sea; 2020-05-17; 1000 wide; f/1.8; 5 stars
 *   <li>car: "A red car in the street", "a man drives"; tag city; 2019-12-31T23:59; 2000 wide; f/4
 *   <li>snow: "A dog and a child in the snow"; tag holiday; 2021-01-01; 3000 wide; f/2.8
 *   <li>people: "People ride a red bus past a blue car"; tag "New York"; 2500 wide
 *   <li>goose: "A goose swims"; 2020-01-01; 640 wide
 *   <li>bare: no captions; 4000 wide
 * </ul>
 */
final class QueryCollection implements Closeable {

  static final FieldCatalogue FIELDS =
      FieldCatalogue.BUILT_IN
          .with("aperture", FieldKind.DOUBLE)
          .with("stars", FieldKind.LONG)
          .with("title", FieldKind.TEXT);

  private static final FieldValues NONE = FieldValues.NONE;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;

  QueryCollection() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(SmallCollection.ANALYZER.analyzer());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      add(
          writer,
          "beach",
          1000,
          "2020-05-17T14:30",
          NONE.with(PhotoSchema.TAG, List.of("holiday", "sea"))
              .with("aperture", List.of(1.8))
              .with("stars", List.of(5L))
              .with("title", List.of("Our Dogs at Brighton")),
          "Two dogs play on a beach");
      add(
          writer,
          "car",
          2000,
          "2019-12-31T23:59",
          NONE.with(PhotoSchema.TAG, List.of("city")).with("aperture", List.of(4.0)),
          "A red car in the street",
          "a man drives");
      add(
          writer,
          "snow",
          3000,
          "2021-01-01",
          NONE.with(PhotoSchema.TAG, List.of("holiday")).with("aperture", List.of(2.8)),
          "A dog and a child in the snow");
      add(
          writer,
          "people",
          2500,
          null,
          NONE.with(PhotoSchema.TAG, List.of("New York")).with("stars", List.of(-3L)),
          "People ride a red bus past a blue car");
      add(writer, "goose", 640, "2020-01-01", NONE, "A goose swims");
      add(writer, "bare", 4000, null, NONE);
    }
    this.reader = DirectoryReader.open(directory);
  }

  private static void add(
      IndexWriter writer,
      String id,
      int width,
      @Nullable String takenAt,
      FieldValues fields,
      String... captions)
      throws IOException {
    Long millis =
        takenAt == null ? null : Objects.requireNonNull(DatePeriod.of(takenAt), takenAt).from();
    float[] vector = SmallCollection.vector(1, 0, 0, 0);
    IndexedPhoto photo =
        new IndexedPhoto(
            id,
            "0".repeat(64),
            new IndexedPhoto.Picture(vector, 0, 7, width, 480, millis),
            List.of(captions),
            Arrays.stream(captions).map(caption -> EncodedCaption.of(vector)).toList(),
            fields);
    writer.addDocuments(PhotoDocument.block(photo, "test/model", FIELDS));
  }

  static PhotoQueryParser parser() {
    return new PhotoQueryParser(FIELDS, SmallCollection.ANALYZER.analyzer());
  }

  /** The photos that a condition lets through; null is none, so all documents. */
  SortedSet<String> photos(@Nullable Query condition) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    SortedSet<String> ids = new TreeSet<>();
    Query query = condition == null ? new MatchAllDocsQuery() : condition;
    for (ScoreDoc found : searcher.search(query, 100).scoreDocs) {
      ids.add(searcher.storedFields().document(found.doc).get(PhotoSchema.ID));
    }
    return ids;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
