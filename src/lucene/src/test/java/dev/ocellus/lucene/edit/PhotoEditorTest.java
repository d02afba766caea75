package dev.ocellus.lucene.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PolicyMarks;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.TestModels;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexReport;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets who changes single photos of an index. */
class PhotoEditorTest {

  @TempDir Path temp;
  private Path photos;
  private Path index;
  private Path model;

  @BeforeEach
  void indexTwoPhotos() throws IOException {
    photos = temp.resolve("photos");
    index = temp.resolve("index");
    model = TestModels.tiny(temp.resolve("model"), "test/one", .5);
    TestPhotos.copy("chelsea.jpg", photos.resolve("chelsea.jpg"));
    TestPhotos.copy("rocket.jpg", photos.resolve("sub/rocket.jpg"));
    Path captions = temp.resolve("captions.csv");
    Files.writeString(
        captions,
        "image,caption,stars,tags\nchelsea.jpg,A cat.,5,pet;cat\nchelsea.jpg,A tabby.,5,\n");
    index(captions);
  }

  private IndexReport index(Path captions) throws IOException {
    return new PhotoIndexer(
            IndexOptions.of(photos, index)
                .withModel(model.toString())
                .withCaptions(captions)
                .withPolicy(ContentPolicy.DEFAULT))
        .run(IndexProgress.NONE);
  }

  private IndexedPhoto photo(String id) throws IOException {
    try (PhotoEditor editor = PhotoEditor.open(index)) {
      return editor.photo(id);
    }
  }

  private Map<String, Hit> search(String text) throws IOException {
    Map<String, Hit> hits = new TreeMap<>();
    try (PhotoIndex open = PhotoIndex.open(index)) {
      open.search(SearchRequest.of(text)).hits().forEach(hit -> hits.put(hit.id(), hit));
    }
    return hits;
  }

  private PolicyMarks marks() throws IOException {
    try (PhotoIndex open = PhotoIndex.open(index)) {
      return open.info().policy();
    }
  }

  @Test
  void otherCaptionsReplaceTheOldAndEverythingElseStays() throws IOException {
    IndexedPhoto before = photo("chelsea.jpg");
    try (PhotoEditor editor = PhotoEditor.open(index)) {
      PhotoEdit edit = PhotoEdit.NONE.withCaptions(List.of("A tabby.", " A kitten sleeps. "));
      assertSame(EditOutcome.CHANGED, editor.edit("chelsea.jpg", edit));
      assertSame(EditOutcome.UNCHANGED, editor.edit("chelsea.jpg", edit));
      assertEquals(2, editor.commit());
    }
    IndexedPhoto after = photo("chelsea.jpg");
    assertEquals(List.of("A tabby.", "A kitten sleeps."), after.captions());
    assertArrayEquals(before.picture().vector(), after.picture().vector());
    assertEquals(before.picture().hubness(), after.picture().hubness());
    assertEquals(before.picture().perceptualHash(), after.picture().perceptualHash());
    assertEquals(before.sha256(), after.sha256());
    assertEquals(before.fields(), after.fields());
    assertArrayEquals(
        before.encodedCaptions().get(1).vector(), after.encodedCaptions().get(0).vector());
    Hit hit = search("A kitten sleeps.").get("chelsea.jpg");
    assertEquals("A kitten sleeps.", hit.caption());
  }

  @Test
  void whatDoesNotChangeIsNotEncodedAgain() throws IOException {
    Files.move(model, temp.resolve("gone")); // encoding anything would fail now
    try (PhotoEditor editor = PhotoEditor.open(index)) {
      editor.addField("album", FieldKind.KEYWORD);
      editor.edit(
          "chelsea.jpg",
          PhotoEdit.NONE
              .withCaptions(List.of("A cat."))
              .withTags(List.of("cat"))
              .withField("stars", List.of("3"))
              .withField("album", List.of("Home", "2020")));
      Path copy = Files.copy(photos.resolve("sub/rocket.jpg"), photos.resolve("copy.jpg"));
      assertSame(EditOutcome.ADDED, editor.add(copy, PhotoEdit.NONE));
      editor.delete("sub/rocket.jpg");
      assertEquals(2, editor.commit());
    }
    IndexedPhoto cat = photo("chelsea.jpg");
    assertEquals(List.of("A cat."), cat.captions());
    assertEquals(
        Map.of("album", List.of("Home", "2020"), "stars", List.of(3L), "tag", List.of("cat")),
        cat.fields().byName());
    assertNull(photo("sub/rocket.jpg"));
  }

  @Test
  void marksOfTheContentPolicyFollowTheCaptions() throws IOException {
    assertEquals(Map.of(), marks().byAction());
    try (PhotoEditor editor = PhotoEditor.open(index)) {
      editor.edit("chelsea.jpg", PhotoEdit.NONE.withCaptions(List.of("A bloody cat.")));
      editor.commit();
    }
    assertEquals(Map.of("warn", 1), marks().byAction());
    assertTrue(marks().complete());
  }

  @Test
  void photosAreAddedByFileAndByBytesAndTakeNewContent() throws IOException {
    byte[] coffee = Files.readAllBytes(TestPhotos.ALL.resolve("coffee.jpg"));
    try (PhotoEditor editor = PhotoEditor.open(index)) {
      PhotoEdit edit = PhotoEdit.NONE.withCaptions(List.of("A cup.")).withTags(List.of("drink"));
      assertSame(EditOutcome.ADDED, editor.add("made/up.jpg", coffee, edit));
      assertSame(EditOutcome.UNCHANGED, editor.add("made/up.jpg", coffee, edit));
      assertSame(EditOutcome.CHANGED, editor.add("chelsea.jpg", coffee, PhotoEdit.NONE));
      TestPhotos.copy("gosling.jpg", photos.resolve("new/gosling.jpg"));
      assertSame(EditOutcome.ADDED, editor.add(photos.resolve("new/gosling.jpg"), PhotoEdit.NONE));
      assertEquals(4, editor.commit());
    }
    assertEquals(List.of("drink"), photo("made/up.jpg").fields().of("tag"));
    IndexedPhoto cat = photo("chelsea.jpg");
    assertEquals(List.of("A cat.", "A tabby."), cat.captions());
    assertArrayEquals(photo("made/up.jpg").picture().vector(), cat.picture().vector());
    assertEquals(640, photo("new/gosling.jpg").picture().width());
  }

  @Test
  void whatWasNotCommittedIsUndone() throws IOException {
    try (PhotoEditor editor = PhotoEditor.open(index)) {
      editor.delete("chelsea.jpg");
      assertNull(editor.photo("chelsea.jpg"));
    }
    assertEquals(List.of("A cat.", "A tabby."), photo("chelsea.jpg").captions());
  }

  @Test
  void aLaterRunKeepsEditsAndFollowsTheFolder() throws IOException {
    try (PhotoEditor editor = PhotoEditor.open(index)) {
      editor.edit("chelsea.jpg", PhotoEdit.NONE.withCaptions(List.of("Mine.")));
      editor.delete("sub/rocket.jpg");
      byte[] coffee = Files.readAllBytes(TestPhotos.ALL.resolve("coffee.jpg"));
      editor.add("no/file.jpg", coffee, PhotoEdit.NONE);
      editor.commit();
    }
    IndexReport report = index(null);
    assertEquals(1, report.unchanged(), "the edited one");
    assertEquals(1, report.added(), "the deleted one");
    assertEquals(1, report.removed(), "the one without a file");
    assertEquals(List.of("Mine."), photo("chelsea.jpg").captions());
  }

  @Test
  void oneWritesAtATime() throws IOException {
    try (PhotoEditor editor = PhotoEditor.open(index)) {
      String line = index + " is being written by another process; wait until it has ended";
      assertEquals(line, message(() -> PhotoEditor.open(index)));
      assertEquals(line, message(() -> index(null)));
      assertEquals(2, editor.commit());
    }
  }

  @Test
  void wrongInputIsOneLine() throws IOException {
    try (PhotoEditor editor = PhotoEditor.open(index)) {
      assertEquals(
          "no photo 'dog.jpg' in "
              + index
              + "; ids are paths in the photo folder, as searches show them",
          message(() -> editor.edit("dog.jpg", PhotoEdit.NONE)));
      assertTrue(message(() -> editor.delete("dog.jpg")).startsWith("no photo 'dog.jpg' in "));
      assertEquals(
          "'five' is not an integer, as the field stars takes",
          message(
              () ->
                  editor.edit("chelsea.jpg", PhotoEdit.NONE.withField("stars", List.of("five")))));
      assertEquals(
          "the index has no field mood; it has: tag, stars; a new one needs its kind, such as"
              + " mood=long",
          message(
              () -> editor.edit("chelsea.jpg", PhotoEdit.NONE.withField("mood", List.of("x")))));
      assertEquals(
          "'width' is a field that every photo has; call it otherwise",
          message(
              () -> editor.edit("chelsea.jpg", PhotoEdit.NONE.withField("width", List.of("1")))));
      assertEquals(
          "a caption is empty; to take all captions away, give none",
          message(() -> PhotoEdit.NONE.withCaptions(List.of(" "))));
      assertEquals(
          "'../x.jpg' is no id of a photo: it is no path within a folder, such as 2023/dog.jpg",
          message(() -> editor.add("../x.jpg", new byte[1], PhotoEdit.NONE)));
      Path outside = TestPhotos.copy("coffee.jpg", temp.resolve("outside.jpg"));
      assertEquals(
          outside + " is not in the index's photo folder " + photos + "; put it there first",
          message(() -> editor.add(outside, PhotoEdit.NONE)));
      Path text = Files.writeString(photos.resolve("text.txt"), "text");
      assertEquals(
          text + " is passed over by ocellus index: it is hidden, or not named as a photo is",
          message(() -> editor.add(text, PhotoEdit.NONE)));
      assertThrows(PhotoException.class, () -> editor.add("x.jpg", new byte[] {1}, PhotoEdit.NONE));
      assertThrows(
          NoSuchFileException.class, () -> editor.add(photos.resolve("no.jpg"), PhotoEdit.NONE));
      assertEquals(2, editor.commit());
    }
    Path nothing = temp.resolve("nothing");
    assertEquals(
        "no index at " + nothing + "; make one with: ocellus index",
        message(() -> PhotoEditor.open(nothing)));
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static String message(Attempt attempt) {
    return assertThrows(IndexException.class, attempt::run).getMessage();
  }
}
