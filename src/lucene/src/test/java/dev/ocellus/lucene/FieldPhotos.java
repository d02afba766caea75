package dev.ocellus.lucene;

import dev.ocellus.lucene.fields.DatePeriod;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoDocument;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * A real index of five photos with tags and fields of their own, in three segments.
 *
 * <pre>
 * photo  tag           author  stars  aperture  day                     year
 * a      beach, dog    ann     5      1.4       2020-05-17              2020
 * b      beach         bob     -3     2.8       2020-05-17              2020
 * c      city          ann     5                2021-01-02T03:04:05     2021
 * d      beach, city           4      1.4
 * e                                                                     1969
 * </pre>
 */
public final class FieldPhotos implements Closeable {

  public static final FieldCatalogue FIELDS =
      FieldCatalogue.BUILT_IN
          .with("author", FieldKind.KEYWORD)
          .with("stars", FieldKind.LONG)
          .with("aperture", FieldKind.DOUBLE)
          .with("day", FieldKind.DATE)
          .with("note", FieldKind.TEXT);

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;

  public FieldPhotos() throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(SmallCollection.ANALYZER.analyzer())
            .setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      add(
          writer,
          "a",
          2020,
          "tag=beach",
          "tag=dog",
          "author=ann",
          "stars=5",
          "aperture=1.4",
          "day=2020-05-17");
      add(
          writer,
          "b",
          2020,
          "tag=beach",
          "author=bob",
          "stars=-3",
          "aperture=2.8",
          "day=2020-05-17");
      writer.commit();
      add(writer, "c", 2021, "tag=city", "author=ann", "stars=5", "day=2021-01-02T03:04:05");
      writer.commit();
      add(writer, "d", 0, "tag=city", "tag=beach", "stars=4", "aperture=1.4");
      add(writer, "e", 1969);
    }
    this.reader = DirectoryReader.open(directory);
  }

  /**
   * @param year 0 for unknown
   */
  private static void add(IndexWriter writer, String id, int year, String... values)
      throws IOException {
    Long takenAt = year == 0 ? null : Objects.requireNonNull(DatePeriod.of(year + "-07-01")).from();
    SortedMap<String, List<Object>> fields = new TreeMap<>();
    for (String value : values) {
      String[] parts = value.split("=", 2);
      FieldKind kind = Objects.requireNonNull(FIELDS.kind(parts[0]));
      fields
          .computeIfAbsent(parts[0], name -> new ArrayList<>())
          .add(Objects.requireNonNull(kind.parse(parts[1])));
    }
    IndexedPhoto photo =
        new IndexedPhoto(
            id,
            "0".repeat(64),
            new IndexedPhoto.Picture(new float[] {1, 0}, 0, 7, 640, 480, takenAt),
            List.of(),
            List.of(),
            new FieldValues(fields));
    writer.addDocuments(PhotoDocument.block(photo, "test/model", FIELDS));
  }

  public DirectoryReader reader() {
    return reader;
  }

  /** Hits in the order of these letters, scored 1, 1/2, 1/3 and so on. */
  public List<ScoreDoc> hits(String ids) throws IOException {
    ScoreDoc[] photos = new IndexSearcher(reader).search(PhotoSchema.PHOTOS, 5).scoreDocs;
    ScoreDoc[] hits = new ScoreDoc[ids.length()];
    for (ScoreDoc photo : photos) {
      int rank = ids.indexOf(id(photo));
      if (rank >= 0) {
        hits[rank] = new ScoreDoc(photo.doc, 1f / (rank + 1));
      }
    }
    return Arrays.asList(hits);
  }

  public String id(ScoreDoc hit) throws IOException {
    return reader.storedFields().document(hit.doc).get(PhotoSchema.ID);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
