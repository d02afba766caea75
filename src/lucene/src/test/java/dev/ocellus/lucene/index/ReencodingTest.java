package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.index.IndexReport.Reencoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user sees who gives an index another encoder. */
class ReencodingTest extends ReencodingFixture {

  @Test
  void theIndexBecomesWhatTheNewEncoderWouldHaveMade() throws IOException {
    float before = imageOfCat();

    IndexReport report = run(two, null);

    assertEquals(new Reencoded("test/one", "test/two", 5), report.reencoded());
    assertEquals(5, report.photos());
    assertEquals(5, report.unchanged());
    assertFalse(report.cancelled());
    assertEquals(
        List.of(
            "re-encoding %s from test/one to test/two; searches use test/one until all photos are done"
                .formatted(index)),
        notices);
    assertAsFresh(index, two, captions);
    assertNotEquals(before, imageOfCat());
    assertNull(run(null, null).reencoded());
    assertEquals("test/two", modelOf(index));
  }

  @Test
  void searchesAreAnsweredByTheOldEncoderAllAlong() throws IOException {
    List<List<Hit>> old = search(index);
    List<Long> searchedAt = new ArrayList<>();
    try (PhotoIndex open = PhotoIndex.open(index)) {
      onAdvance =
          done -> {
            try {
              assertAlike(old, search(open), 1e-6);
              searchedAt.add(done);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          };
      run(two, null);
      onAdvance = done -> {};
      assertEquals(List.of(1L, 2L, 3L, 4L, 5L), searchedAt);
      assertEquals("test/two", open.info().modelId());
      assertAlike(search(index), search(open), 1e-6);
    }
  }

  @Test
  void nobodyElseMayWriteMeanwhile() throws IOException {
    onAdvance =
        done -> {
          onAdvance = again -> {};
          IndexException e = assertThrows(IndexException.class, () -> run(null, null));
          assertTrue(e.getMessage().contains("is being written by another process"));
        };
    run(two, null);
    assertEquals("test/two", modelOf(index));
  }

  @Test
  void aCaptionTableIsTheTruthForTheNewEncoderToo() throws IOException {
    Files.writeString(captions, "image,caption\nchelsea.jpg,A tabby.\n");
    IndexReport report = run(two, captions);
    assertEquals(2, report.changed());
    assertAsFresh(index, two, captions);
  }

  @Test
  void aPhotoThatCanNoLongerBeReadIsNotLost() throws IOException {
    byte[] rocket = Files.readAllBytes(photos.resolve("rocket.jpg"));
    Files.writeString(photos.resolve("rocket.jpg"), "overwritten by accident");
    Files.writeString(photos.resolve("new.jpg"), "never was a photo");

    IndexException e = assertThrows(IndexException.class, () -> run(two, null));

    assertEquals(
        index
            + " keeps its encoder: 1 of its photos can no longer be read (rocket.jpg); restore or"
            + " delete them, then run the command again to finish",
        e.getMessage());
    assertEquals("test/one", modelOf(index));
    assertEquals(5, search(index).getFirst().size());

    Files.write(photos.resolve("rocket.jpg"), rocket);
    assertEquals(1, run(two, null).reencoded().photos());
    assertAsFresh(index, two, captions);
  }

  @Test
  void aModelFolderWithAnotherModelInsideIsRefusedByName() throws IOException {
    Path config = one.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("test/one", "test/other"));
    IndexException e = assertThrows(IndexException.class, () -> run(null, null));
    assertEquals(
        "%s was built with encoder test/one (16 dimensions), but %s is now test/other (16); put the former back, or re-encode with --model %s"
            .formatted(index, one, one),
        e.getMessage());
    assertEquals(new Reencoded("test/one", "test/other", 5), run(one, null).reencoded());
  }

  @Test
  void theLanguageStays() {
    IndexOptions options =
        IndexOptions.of(photos, index).withModel(two.toString()).withLanguage("ru");
    IndexException e =
        assertThrows(IndexException.class, () -> new PhotoIndexer(options).run(IndexProgress.NONE));
    assertTrue(e.getMessage().contains("en-LemmaAnalyzer-2, not with ru-"), e.getMessage());
    assertFalse(Files.exists(index.resolve("reencoding")));
  }

  private float imageOfCat() throws IOException {
    return search(index).getFirst().stream()
        .filter(hit -> hit.id().equals("chelsea.jpg"))
        .findFirst()
        .orElseThrow()
        .parts()
        .get(Feature.IMAGE_COSINE);
  }
}
