package dev.ocellus.lucene.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.TestModels;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoDocument;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which an index can be broken is named in one line. */
class IndexCheckTest {

  @TempDir Path temp;
  private Path photos;
  private Path index;
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void folders() {
    photos = temp.resolve("photos");
    index = temp.resolve("index");
  }

  private CheckReport check(boolean deep) throws IOException {
    lines.clear();
    return new IndexCheck(index, deep)
        .run(
            new CheckListener() {
              @Override
              public void problem(CheckPart part, String line) {
                lines.add(part.key() + " " + line);
              }
            });
  }

  private void indexPhotos() throws IOException {
    TestPhotos.copy("chelsea.jpg", photos.resolve("chelsea.jpg"));
    TestPhotos.copy("rocket.jpg", photos.resolve("sub/rocket.jpg"));
    Path captions = temp.resolve("captions.csv");
    Files.writeString(captions, "image,caption\nchelsea.jpg,A cat.\nchelsea.jpg,A tabby.\n");
    IndexOptions options =
        IndexOptions.of(photos, index)
            .withCaptions(captions)
            .withModel(TestModels.tiny(temp.resolve("model"), "test/one", .5).toString());
    new PhotoIndexer(options).run(IndexProgress.NONE);
  }

  /** Something that goes wrong while an index of 4 dimensions is written. */
  private interface Writing {
    void write(IndexWriter writer) throws IOException;
  }

  private void write(Writing writing) throws IOException {
    Files.createDirectories(photos);
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer =
            new IndexWriter(
                directory, new IndexWriterConfig(SmallCollection.ANALYZER.analyzer()))) {
      writing.write(writer);
      IndexMetadata metadata =
          new IndexMetadata("test/model", "test/model", 4, "en", "english", photos);
      writer.setLiveCommitData(metadata.toCommitData().entrySet());
    }
  }

  private static List<Document> block(IndexedPhoto photo) {
    return PhotoDocument.block(photo, "test/model");
  }

  private static String file(String id) {
    return "files " + id + ": its file is gone; bring the index up to date: ocellus index";
  }

  @Test
  void aWholeIndexIsClean() throws IOException {
    indexPhotos();
    CheckReport report = check(false);
    assertEquals(List.of(), lines);
    assertTrue(report.clean());
    assertEquals(2, report.photos());
    assertEquals(2, report.captions());
    assertEquals(2, report.files());
    assertEquals(0, report.hashed());
    assertEquals(2, check(true).hashed());
    assertEquals(List.of(), lines);
  }

  @Test
  void photosThatWentOrChangedAreNamed() throws IOException {
    indexPhotos();
    Files.delete(photos.resolve("sub/rocket.jpg"));
    Files.writeString(photos.resolve("chelsea.jpg"), "something else");
    assertFalse(check(false).clean());
    assertEquals(List.of(file("sub/rocket.jpg")), lines);
    CheckReport report = check(true);
    assertEquals(2, report.problems().get(CheckPart.FILES));
    assertTrue(
        lines.contains(
            "files chelsea.jpg: its file has changed since it was indexed; bring the index up to"
                + " date: ocellus index"),
        lines.toString());
  }

  @Test
  void aFolderThatIsGoneIsOneProblem() throws IOException {
    indexPhotos();
    Files.move(photos, temp.resolve("elsewhere"));
    assertEquals(1, check(true).problems().get(CheckPart.FILES));
    assertTrue(lines.getFirst().contains("the photo folder " + photos + " is not there"));
  }

  @Test
  void aFlippedByteIsFoundByLucene() throws IOException {
    indexPhotos();
    Path data;
    try (Stream<Path> files = Files.list(index)) {
      data = files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(data);
    bytes[bytes.length / 2] ^= 1;
    Files.write(data, bytes);
    CheckReport report = check(false);
    assertEquals(1, report.problems().get(CheckPart.LUCENE));
    assertTrue(lines.getFirst().startsWith("lucene segment _"), lines.toString());
    assertTrue(lines.getFirst().endsWith("; index the photos anew"), lines.toString());
    assertEquals(0, report.photos(), "what cannot be read is not looked at");
  }

  @Test
  void aVectorOfAnotherLengthIsNamed() throws IOException {
    IndexedPhoto longer =
        SmallCollection.photo("long.jpg", SmallCollection.vector(2, 0, 0, 0), List.of(), List.of());
    write(writer -> writer.addDocuments(block(longer)));
    check(false);
    assertEquals(
        List.of(
            "photos long.jpg: its image vector has the length 2.0, not 1; index the photos anew",
            file("long.jpg")),
        lines);
  }

  @Test
  void blocksThatAreNotWholeAreNamed() throws IOException {
    write(
        writer -> {
          List<Document> geese = block(SmallCollection.GEESE);
          writer.addDocuments(geese.subList(1, geese.size())); // a caption is missing
          writer.addDocument(geese.getFirst()); // it stands before the next photo
          writer.addDocuments(block(SmallCollection.DOG));
          writer.addDocuments(PhotoDocument.block(SmallCollection.BARE, "test/other"));
        });
    check(false);
    assertTrue(
        lines.contains("photos geese.jpg: has 2 captions, but vectors of 1; index the photos anew"),
        lines.toString());
    assertTrue(
        lines.contains(
            "photos dog.jpg: a caption of geese.jpg is among its own; index the photos anew"),
        lines.toString());
    assertTrue(
        lines.contains(
            "photos bare.jpg: its vectors are of another encoder than the index's; index the photos"
                + " anew"),
        lines.toString());
  }

  @Test
  void aFieldThatTheIndexDoesNotRecordIsNamed() throws IOException {
    FieldCatalogue more = FieldCatalogue.BUILT_IN.with("stars", FieldKind.LONG);
    IndexedPhoto starred =
        SmallCollection.BARE.withFields(FieldValues.NONE.with("stars", List.of(5L)));
    write(writer -> writer.addDocuments(PhotoDocument.block(starred, "test/model", more)));
    check(false);
    assertEquals(
        List.of(
            "photos bare.jpg: has a field stars that the index does not know; index the photos anew",
            file("bare.jpg")),
        lines);
  }

  @Test
  void twoPhotosOfOneIdAreNamed() throws IOException {
    write(
        writer -> {
          writer.addDocuments(block(SmallCollection.BARE));
          writer.addDocuments(block(SmallCollection.BARE));
        });
    check(false);
    assertTrue(lines.getFirst().startsWith("photos bare.jpg: in the index 2 times"), lines.get(0));
  }

  @Test
  void deletedPhotosAreNotLookedAt() throws IOException {
    write(
        writer -> {
          writer.addDocuments(block(SmallCollection.DOG));
          writer.addDocuments(block(SmallCollection.GEESE));
          writer.commit();
          writer.deleteDocuments(new Term(PhotoSchema.ID, "geese.jpg"));
        });
    assertEquals(1, check(false).photos());
    assertEquals(List.of(file("dog.jpg")), lines);
  }

  @Test
  void anIndexThatIsNotOursIsAProblemAndNoIndexAnError() throws IOException {
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocument(new Document());
    }
    check(false);
    assertEquals(
        List.of("metadata " + index + " is a Lucene index, but not one that Ocellus made"), lines);
    index = temp.resolve("nothing");
    assertEquals(
        "no index at " + index + "; make one with: ocellus index",
        assertThrows(IndexException.class, () -> check(false)).getMessage());
  }

  @Test
  void whileAnotherWritesItSaysSo() throws IOException {
    write(writer -> writer.addDocuments(block(SmallCollection.BARE)));
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      assertEquals(
          index + " is being written by another process; wait until it has ended",
          assertThrows(IndexException.class, () -> check(false)).getMessage());
      assertTrue(writer.isOpen());
    }
  }
}
