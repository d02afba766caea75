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
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.TestModels;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.index.IndexReport.Reencoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees who gives an index another encoder. */
class ReencodingTest {

  private static final List<String> PHOTOS =
      List.of("chelsea.jpg", "coffee.jpg", "gosling.jpg", "rocket.jpg", "spaniels.jpg");

  @TempDir Path temp;
  private Path photos;
  private Path index;
  private Path captions;
  private Path one;
  private Path two;
  private final List<String> notices = new ArrayList<>();
  private LongConsumer onAdvance = done -> {};
  private int stopAfter = Integer.MAX_VALUE;

  @BeforeEach
  void indexWithTheFirstEncoder() throws IOException {
    photos = temp.resolve("photos");
    index = temp.resolve("index");
    captions = temp.resolve("captions.csv");
    one = TestModels.tiny(temp.resolve("one"), "test/one", .5);
    two = TestModels.tiny(temp.resolve("two"), "test/two", .1);
    for (String photo : PHOTOS) {
      TestPhotos.copy(photo, photos.resolve(photo));
    }
    Files.writeString(
        captions,
        "image,caption\nchelsea.jpg,A cat.\nrocket.jpg,A rocket.\nrocket.jpg,It flies.\n");
    run(one, captions);
  }

  private IndexReport run(Path model, Path captionTable) throws IOException {
    return run(index, model, captionTable);
  }

  private IndexReport run(Path into, Path model, Path captionTable) throws IOException {
    notices.clear();
    IndexProgress listener =
        new IndexProgress() {
          private long done;

          @Override
          public void advanced(long photosDone) {
            done = photosDone;
            onAdvance.accept(done);
          }

          @Override
          public boolean cancelled() {
            return done >= stopAfter;
          }

          @Override
          public void notice(String line) {
            notices.add(line);
          }
        };
    IndexOptions options =
        IndexOptions.of(photos, into)
            .withModel(model == null ? null : model.toString())
            .withCaptions(captionTable)
            .withThreads(1)
            .withBatchSize(1);
    return new PhotoIndexer(options).run(listener);
  }

  /** Begins to change to an encoder and stops after some photos; returns how many it encoded. */
  private long begin(Path model, Path captionTable) throws IOException {
    stopAfter = 2;
    try {
      IndexReport stopped = run(model, captionTable);
      assertTrue(stopped.cancelled());
      return stopped.reencoded().photos();
    } finally {
      stopAfter = Integer.MAX_VALUE;
    }
  }

  /** The answers to some queries. */
  private static List<List<Hit>> search(Path folder) throws IOException {
    try (PhotoIndex open = PhotoIndex.open(folder)) {
      return search(open);
    }
  }

  private static List<List<Hit>> search(PhotoIndex open) throws IOException {
    List<List<Hit>> answers = new ArrayList<>();
    for (String query : List.of("a cat", "a tabby", "it flies", "two dogs")) {
      answers.add(open.search(SearchRequest.of(query).withTop(100)).hits());
    }
    return answers;
  }

  private static String modelOf(Path folder) throws IOException {
    try (PhotoIndex open = PhotoIndex.open(folder)) {
      return open.info().modelId();
    }
  }

  /** The index answers as one that the encoder made from the beginning. */
  private void assertAsFresh(Path folder, Path model, Path captionTable) throws IOException {
    Path fresh = Files.createTempDirectory(temp, "fresh");
    run(fresh, model, captionTable);
    assertEquals(modelOf(fresh), modelOf(folder));
    assertAlike(search(fresh), search(folder), 1e-6);
    assertFalse(Files.exists(folder.resolve("reencoding")));
  }

  private static void assertAlike(
      List<List<Hit>> expected, List<List<Hit>> actual, double tolerance) {
    for (int query = 0; query < expected.size(); query++) {
      Map<String, Hit> hits = new TreeMap<>();
      actual.get(query).forEach(hit -> hits.put(hit.id(), hit));
      assertEquals(expected.get(query).size(), hits.size());
      for (Hit wanted : expected.get(query)) {
        Hit hit = hits.get(wanted.id());
        assertEquals(wanted.score(), hit.score(), tolerance, wanted.id());
        assertEquals(wanted.caption(), hit.caption());
        assertEquals(wanted.parts().keySet(), hit.parts().keySet());
      }
    }
  }

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

  private float imageOfCat() throws IOException {
    return search(index).getFirst().stream()
        .filter(hit -> hit.id().equals("chelsea.jpg"))
        .findFirst()
        .orElseThrow()
        .parts()
        .get(Feature.IMAGE_COSINE);
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
  void stoppedItIsGoneOnWith() throws IOException {
    List<List<Hit>> old = search(index);
    long encoded = begin(two, null);
    assertTrue(encoded >= 2 && encoded < 5, "encoded: " + encoded);
    assertAlike(old, search(index), 1e-6);
    assertEquals("test/one", modelOf(index));

    IndexReport resumed = run(two, null);

    assertEquals(new Reencoded("test/one", "test/two", 5 - encoded), resumed.reencoded());
    assertEquals(5, resumed.photos());
    assertTrue(notices.getFirst().startsWith("going on with re-encoding "), notices.toString());
    assertAsFresh(index, two, captions);
  }

  @Test
  void killedAtAnyPhotoItIsGoneOnWith() throws IOException {
    List<List<Hit>> old = search(index);
    long encoded = begin(two, null);
    List<Path> disks = new ArrayList<>();
    // What a killed process leaves behind: the files as they are, locks and all.
    onAdvance =
        done -> {
          if (done % 2 == 0) {
            disks.add(copy(index, temp.resolve("killed at " + done)));
          }
        };
    run(two, null);
    onAdvance = done -> {};
    assertEquals(2, disks.size());
    for (Path killed : disks) {
      assertAlike(old, search(killed), 1e-6);
      IndexReport resumed = run(killed, two, null);
      assertEquals(5 - encoded, resumed.reencoded().photos());
      assertEquals("test/two", modelOf(killed));
    }
    assertAsFresh(disks.getLast(), two, captions);
  }

  @Test
  void killedBetweenTheSwitchAndTheCleaningItIsDone() throws IOException {
    begin(two, null);
    copy(index.resolve("reencoding"), temp.resolve("left"));
    run(two, null);
    copy(temp.resolve("left"), index.resolve("reencoding"));

    IndexReport next = run(null, null);

    assertEquals(5, next.unchanged());
    assertEquals(List.of(), notices);
    assertAsFresh(index, two, captions);
  }

  private static Path copy(Path folder, Path to) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(folder.relativize(file).toString()));
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void captionsMayChangeOnTheWay() throws IOException {
    begin(two, null);
    Files.writeString(captions, "image,caption\nchelsea.jpg,A tabby.\ncoffee.jpg,A cup.\n");
    run(null, captions);
    IndexReport resumed = run(two, null);

    assertEquals(5, resumed.unchanged());
    assertAsFreshButForDeletions();
  }

  /** Word statistics may still count what was replaced on the way. */
  private void assertAsFreshButForDeletions() throws IOException {
    Path fresh = temp.resolve("fresh");
    run(fresh, two, captions);
    assertAlike(search(fresh), search(index), .05);
  }

  @Test
  void aCaptionTableIsTheTruthForTheNewEncoderToo() throws IOException {
    Files.writeString(captions, "image,caption\nchelsea.jpg,A tabby.\n");
    IndexReport report = run(two, captions);
    assertEquals(2, report.changed());
    assertAsFresh(index, two, captions);
  }

  @Test
  void photosMayComeGoAndMoveOnTheWay() throws IOException {
    begin(two, null);
    Files.delete(photos.resolve("coffee.jpg"));
    Files.move(photos.resolve("chelsea.jpg"), photos.resolve("tom.jpg"));
    TestPhotos.copy("coffee.jpg", photos.resolve("rocket2.jpg"));
    Files.copy(photos.resolve("spaniels.jpg"), photos.resolve("dogs.jpg"));
    Files.delete(photos.resolve("gosling.jpg"));

    IndexReport resumed = run(two, null);

    // Compared with the index as it was: coffee and chelsea moved, dogs is a copy, gosling is gone.
    assertEquals(2, resumed.renamed());
    assertEquals(1, resumed.added());
    assertEquals(1, resumed.removed());
    assertEquals(2, resumed.unchanged());
    assertEquals(5, resumed.photos());
    Files.writeString(
        captions, "image,caption\ntom.jpg,A cat.\nrocket.jpg,A rocket.\nrocket.jpg,It flies.\n");
    assertAsFreshButForDeletions();
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
  void anUpdateWithoutAModelLeavesAnUnfinishedChangeAndSaysHowToGoOn() throws IOException {
    long encoded = begin(two, null);
    TestPhotos.copy("coffee.jpg", photos.resolve("new.jpg"));

    IndexReport update = run(null, null);

    assertEquals(1, update.added());
    assertNull(update.reencoded());
    assertEquals(
        List.of(
            "%s stays with test/one for now; to finish its re-encoding to test/two, add --model %s; to drop it, --model %s"
                .formatted(index, two, one)),
        notices);
    assertEquals(6 - encoded, run(two, null).reencoded().photos());
  }

  @Test
  void askingForTheOldEncoderDropsAnUnfinishedChange() throws IOException {
    begin(two, null);
    IndexReport report = run(one, null);
    assertNull(report.reencoded());
    assertEquals(5, report.unchanged());
    assertEquals(
        List.of(
            "dropped the unfinished re-encoding of %s to test/two; it stays with test/one"
                .formatted(index)),
        notices);
    assertAsFresh(index, one, captions);
  }

  @Test
  void aThirdEncoderReplacesAnUnfinishedChange() throws IOException {
    begin(two, null);
    Path three = TestModels.tiny(temp.resolve("three"), "test/three", .9);
    IndexReport report = run(three, null);
    assertEquals(new Reencoded("test/one", "test/three", 5), report.reencoded());
    assertEquals(
        "dropped the unfinished re-encoding of %s to test/two".formatted(index),
        notices.getFirst());
    assertAsFresh(index, three, captions);
  }

  @Test
  void aDamagedUnfinishedChangeIsBegunAnew() throws IOException {
    begin(two, null);
    try (Stream<Path> files = Files.list(index.resolve("reencoding"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("seg")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertEquals(5, run(two, null).reencoded().photos());
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
    assertTrue(e.getMessage().contains("en-LemmaAnalyzer-1, not with ru-"), e.getMessage());
    assertFalse(Files.exists(index.resolve("reencoding")));
  }
}
