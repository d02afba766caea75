package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees who indexes a folder, changes it, and indexes it again. */
class PhotoIndexerTest {

  /** Linux's PATH_MAX. */
  private static final int LONGEST_PATH = 4096;

  @TempDir Path temp;
  private Path photos;
  private Path index;
  private Path captions;
  private final List<String> problems = new ArrayList<>();

  @BeforeEach
  void copyPhotos() throws IOException {
    photos = temp.resolve("photos");
    index = temp.resolve("index");
    captions = temp.resolve("captions.csv");
    TestPhotos.copy("chelsea.jpg", photos.resolve("chelsea.jpg"));
    TestPhotos.copy("rocket.jpg", photos.resolve("sub/rocket.jpg"));
    Files.writeString(captions, "image,caption\nchelsea.jpg,A cat.\nsub/rocket.jpg,A rocket.\n");
  }

  private IndexReport run(Path captionTable) throws IOException {
    problems.clear();
    IndexProgress listener =
        new IndexProgress() {
          @Override
          public void problem(String line) {
            problems.add(line);
          }
        };
    return new PhotoIndexer(IndexOptions.of(photos, index).withCaptions(captionTable))
        .run(listener);
  }

  /** The photos of the index by id. */
  private Map<String, IndexedPhoto> indexed() throws IOException {
    Map<String, IndexedPhoto> indexed = new TreeMap<>();
    try (PhotoIndex open = PhotoIndex.open(index);
        PhotoSearcher photoSearcher = open.acquire()) {
      PhotoReader reader = new PhotoReader(photoSearcher.searcher().getIndexReader());
      for (ScoreDoc hit : photoSearcher.searcher().search(PhotoSchema.PHOTOS, 100).scoreDocs) {
        IndexedPhoto photo = reader.read(hit.doc);
        indexed.put(photo.id(), photo);
      }
    }
    return indexed;
  }

  @Test
  void aFolderIsIndexedWithItsSubfoldersAndCaptions() throws IOException {
    IndexReport report = run(captions);

    assertEquals(2, report.photos());
    assertEquals(2, report.added());
    assertEquals(List.of(), problems);
    Map<String, IndexedPhoto> indexed = indexed();
    assertEquals(List.of("chelsea.jpg", "sub/rocket.jpg"), List.copyOf(indexed.keySet()));
    IndexedPhoto cat = indexed.get("chelsea.jpg");
    assertEquals(List.of("A cat."), cat.captions());
    assertEquals(1, cat.encodedCaptions().size());
    assertTrue(cat.picture().width() > 200, "width is the file's own: " + cat.picture().width());
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    run(captions);
    IndexReport report = run(captions);
    assertEquals(2, report.unchanged());
    assertEquals(0, report.added() + report.changed() + report.renamed() + report.removed());
  }

  @Test
  void withoutACaptionTableCaptionsStay() throws IOException {
    run(captions);
    IndexReport report = run(null);
    assertEquals(2, report.unchanged());
    assertEquals(List.of("A cat."), indexed().get("chelsea.jpg").captions());
  }

  @Test
  void aRenamedPhotoKeepsItsVectorAndCaptions() throws IOException {
    run(captions);
    float[] vector = indexed().get("chelsea.jpg").picture().vector();
    Files.move(photos.resolve("chelsea.jpg"), photos.resolve("tom.jpg"));

    IndexReport report = run(null);

    assertEquals(1, report.renamed());
    assertEquals(0, report.added() + report.removed());
    assertEquals(2, report.photos());
    IndexedPhoto renamed = indexed().get("tom.jpg");
    assertArrayEquals(vector, renamed.picture().vector());
    assertEquals(List.of("A cat."), renamed.captions());
  }

  @Test
  void aCopyIsAnAddedPhoto() throws IOException {
    run(captions);
    Files.copy(photos.resolve("chelsea.jpg"), photos.resolve("copy.jpg"));
    IndexReport report = run(captions);
    assertEquals(1, report.added());
    assertEquals(3, report.photos());
  }

  @Test
  void changedContentIsEncodedAgain() throws IOException {
    run(captions);
    float[] before = indexed().get("chelsea.jpg").picture().vector();
    Files.delete(photos.resolve("chelsea.jpg"));
    TestPhotos.copy("coffee.jpg", photos.resolve("chelsea.jpg"));

    IndexReport report = run(captions);

    assertEquals(1, report.changed());
    assertEquals(2, report.photos());
    float[] after = indexed().get("chelsea.jpg").picture().vector();
    float cosine = 0;
    for (int i = 0; i < before.length; i++) {
      cosine += before[i] * after[i];
    }
    assertTrue(cosine < .9, "cat against coffee: " + cosine);
  }

  @Test
  void aChangedCaptionReplacesTheOld() throws IOException {
    run(captions);
    Files.writeString(captions, "image,caption\nchelsea.jpg,A cat.\nchelsea.jpg,A tabby.\n");
    IndexReport report = run(captions);
    assertEquals(2, report.changed());
    assertEquals(List.of("A cat.", "A tabby."), indexed().get("chelsea.jpg").captions());
    assertEquals(List.of(), indexed().get("sub/rocket.jpg").captions());
  }

  @Test
  void aVanishedPhotoIsRemoved() throws IOException {
    run(captions);
    Files.delete(photos.resolve("sub/rocket.jpg"));
    IndexReport report = run(null);
    assertEquals(1, report.removed());
    assertEquals(1, report.photos());
    assertEquals(List.of("chelsea.jpg"), List.copyOf(indexed().keySet()));
  }

  @Test
  void unreadablePhotosAndStrayCaptionsAreNamedAndCounted() throws IOException {
    Files.writeString(photos.resolve("empty.jpg"), "");
    Files.writeString(photos.resolve("text.jpg"), "not a photo");
    Files.writeString(captions, "image,caption\nnone.jpg,Nothing.\nchelsea.jpg,\n");

    IndexReport report = run(captions);

    assertEquals(2, report.photos());
    assertEquals(2, report.unreadable());
    assertEquals(2, report.captionProblems());
    assertEquals(4, problems.size(), problems.toString());
    assertTrue(problems.stream().anyMatch(line -> line.startsWith("empty.jpg: ")));
    assertTrue(problems.stream().anyMatch(line -> line.startsWith("text.jpg: ")));
    assertTrue(problems.stream().anyMatch(line -> line.startsWith(captions + ":2: ")));
    assertTrue(problems.stream().anyMatch(line -> line.startsWith(captions + ":3: ")));
  }

  @Test
  void aPhotoThatCanNoLongerBeReadStays() throws IOException {
    run(captions);
    Files.writeString(photos.resolve("chelsea.jpg"), "overwritten by accident");
    IndexReport report = run(null);
    assertEquals(1, report.unreadable());
    assertEquals(2, report.photos());
  }

  /** Of a path that is too long for the system, which even the superuser cannot open. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void photosBelowAFolderThatCannotBeOpenedStay() throws IOException {
    String name = "a".repeat(200);
    Path deep = photos.resolve(name).resolve(name).resolve(name);
    TestPhotos.copy("gosling.jpg", deep.resolve("gosling.jpg"));
    TestPhotos.copy("coffee.jpg", photos.resolve("gone/coffee.jpg"));
    assertEquals(4, run(captions).photos());
    Files.delete(photos.resolve("gone/coffee.jpg"));

    Path shorter = photos;
    photos =
        temp.resolve("./".repeat((LONGEST_PATH - 400 - temp.toString().length()) / 2) + "photos");
    IndexReport report = run(captions);

    assertEquals(1, report.removed(), "what is really gone");
    assertEquals(3, report.photos());
    assertEquals(1, report.unreadable());
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(
        problems
            .getFirst()
            .endsWith("cannot be looked at (FileSystemException); photos indexed there stay"),
        problems.toString());
    photos = shorter;
    assertTrue(indexed().containsKey(photos.relativize(deep.resolve("gosling.jpg")).toString()));
    assertEquals(3, run(captions).unchanged());
  }

  @Test
  void theFolderMayBeASymbolicLink() throws IOException {
    photos = Files.createSymbolicLink(temp.resolve("link"), photos);
    assertEquals(2, run(captions).photos());
    assertEquals(Set.of("chelsea.jpg", "sub/rocket.jpg"), indexed().keySet());
    assertEquals(2, run(captions).unchanged());
  }

  @Test
  void cancellingKeepsWhatWasDoneAndTheNextRunGoesOn() throws IOException {
    run(null);
    for (int i = 0; i < 5; i++) {
      TestPhotos.copy("coffee.jpg", photos.resolve("coffee" + i + ".jpg"));
    }
    IndexProgress afterThree =
        new IndexProgress() {
          private long done;

          @Override
          public void advanced(long photos) {
            done = photos;
          }

          @Override
          public boolean cancelled() {
            return done >= 3;
          }
        };
    IndexReport stopped =
        new PhotoIndexer(IndexOptions.of(photos, index).withBatchSize(1)).run(afterThree);
    assertTrue(stopped.cancelled());
    assertTrue(stopped.photos() > 2 && stopped.photos() < 7, "photos: " + stopped.photos());

    IndexReport resumed = run(null);
    assertEquals(7, resumed.photos());
    assertEquals(stopped.photos(), resumed.unchanged());
  }

  @Test
  void aFolderWithoutPhotosEmptiesNoIndex() throws IOException {
    run(captions);
    Files.delete(photos.resolve("chelsea.jpg"));
    Files.delete(photos.resolve("sub/rocket.jpg"));
    IndexException e = assertThrows(IndexException.class, () -> run(null));
    assertTrue(e.getMessage().startsWith("no photos under " + photos), e.getMessage());
    assertEquals(2, indexed().size());
  }

  @Test
  void anotherFolderIsRefusedWhileTheFirstIsThere() throws IOException {
    run(captions);
    Path other = temp.resolve("other");
    TestPhotos.copy("coffee.jpg", other.resolve("coffee.jpg"));
    PhotoIndexer indexer = new PhotoIndexer(IndexOptions.of(other, index));
    IndexException e = assertThrows(IndexException.class, () -> indexer.run(IndexProgress.NONE));
    assertTrue(e.getMessage().contains("holds the photos of " + photos), e.getMessage());
  }

  @Test
  void aMovedFolderKeepsItsVectors() throws IOException {
    run(captions);
    Path moved = temp.resolve("moved");
    Files.move(photos, moved);
    photos = moved;
    IndexReport report = run(captions);
    assertEquals(2, report.unchanged());
  }

  @Test
  void anotherLanguageIsRefusedByName() throws IOException {
    run(captions);
    PhotoIndexer indexer = new PhotoIndexer(IndexOptions.of(photos, index).withLanguage("ru"));
    IndexException e = assertThrows(IndexException.class, () -> indexer.run(IndexProgress.NONE));
    assertTrue(e.getMessage().contains("en-LemmaAnalyzer-2, not with ru-"), e.getMessage());
  }

  @Test
  void aSecondWriterIsToldSo() throws IOException {
    run(captions);
    try (Directory directory = FSDirectory.open(index);
        IndexWriter other = new IndexWriter(directory, new IndexWriterConfig())) {
      IndexException e = assertThrows(IndexException.class, () -> run(captions));
      assertTrue(e.getMessage().contains("is being written by another process"), e.getMessage());
      assertTrue(other.isOpen());
    }
  }

  @Test
  void anIndexPathThatIsAFileIsRefused() throws IOException {
    Files.writeString(index, "");
    IndexException e = assertThrows(IndexException.class, () -> run(null));
    assertEquals(index + " is a file; an index is a folder", e.getMessage());
  }
}
