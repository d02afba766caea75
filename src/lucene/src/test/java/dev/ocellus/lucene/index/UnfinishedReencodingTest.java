package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.TestModels;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.index.IndexReport.Reencoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user sees whose change of encoder was stopped or killed half-way. */
class UnfinishedReencodingTest extends ReencodingFixture {

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

  @Test
  void captionsMayChangeOnTheWay() throws IOException {
    begin(two, null);
    Files.writeString(captions, "image,caption\nchelsea.jpg,A tabby.\ncoffee.jpg,A cup.\n");
    run(null, captions);
    IndexReport resumed = run(two, null);

    assertEquals(5, resumed.unchanged());
    assertAsFreshButForDeletions();
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

  /** Word statistics may still count what was replaced on the way. */
  private void assertAsFreshButForDeletions() throws IOException {
    Path fresh = temp.resolve("fresh");
    run(fresh, two, captions);
    assertAlike(search(fresh), search(index), .05);
  }
}
