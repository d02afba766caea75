package dev.ocellus.indextools;

import static dev.ocellus.indextools.SearchCommandTest.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {

  @TempDir Path temp;
  private Path photos;
  private Path index;

  @BeforeEach
  void copyPhotos() throws IOException {
    photos = TestPhotos.copy(4, temp.resolve("my photos"));
    index = temp.resolve("index");
  }

  private JsonNode index(Object... more) {
    return Cli.run(arguments(more)).json();
  }

  private Object[] arguments(Object... more) {
    var all = new java.util.ArrayList<Object>();
    all.addAll(List.of("index", "--json", "--photos", photos, "--index", index));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  void jsonHasTheReport() {
    var report = index();
    assertEquals(
        List.of(
            "photos",
            "added",
            "changed",
            "renamed",
            "removed",
            "unchanged",
            "unreadable",
            "caption_problems",
            "reencoded",
            "cancelled",
            "seconds",
            "photos_per_second"),
        keys(report));
    assertEquals(4, report.get("photos").asInt());
    assertEquals(4, report.get("added").asInt());
    assertTrue(report.get("reencoded").isNull());
    assertTrue(report.get("photos_per_second").asDouble() > 0);
  }

  @Test
  void aColumnHasTheKindThatItIsToldToHave() throws IOException {
    String photo = TestPhotos.photos().getFirst().getFileName().toString();
    Path table = temp.resolve("captions.csv");
    Files.writeString(table, "image,caption,Stars,width\n" + photo + ",A photo.,4,5\n");
    Object[] first = arguments("--captions", table, "--field", "stars=double");
    Cli.Result run = Cli.run(first);
    assertEquals(1, run.json().get("caption_problems").asInt());
    String problem =
        table + ":2: the column 'width' is a field that every photo has; call it otherwise;";
    assertTrue(run.err().contains(problem), run.err());
    Cli.run(arguments("--captions", table, "--field", "stars=long"))
        .assertFails(
            2,
            "the field stars is double in this index, which cannot be changed to long; use another"
                + " index");
  }

  @Test
  void aFieldThatCannotBeIsRefusedBeforeAnythingIsWritten() {
    Cli.run(arguments("--field", "stars=int"))
        .assertFails(2, "unknown kind of field 'int'; known: text, keyword, long, double, date");
    Cli.run(arguments("--field", "like=long"))
        .assertFails(2, "'like' is a word of the query language; call it otherwise");
    Cli.Result noKind = Cli.run(arguments("--field", "stars"));
    assertEquals(2, noKind.status());
    assertTrue(noKind.err().contains("--field"), noKind.err());
    assertEquals(1, noKind.err().lines().count(), noKind.err());
    assertTrue(Files.notExists(index), "no index");
  }

  @Test
  void aSecondRunChangesNothing() {
    index();
    var again = index();
    assertEquals(4, again.get("unchanged").asInt());
    assertEquals(0, again.get("added").asInt());
    assertEquals(4, again.get("photos").asInt());
  }

  @Test
  void aRenamedPhotoKeepsItsVector() throws IOException {
    index();
    var file = TestPhotos.photos().getFirst().getFileName();
    Files.move(photos.resolve(file), photos.resolve("renamed.jpg"));
    var report = index();
    assertEquals(1, report.get("renamed").asInt());
    assertEquals(3, report.get("unchanged").asInt());
    assertEquals(0, report.get("added").asInt() + report.get("removed").asInt());
    assertEquals(4, report.get("photos").asInt());
  }

  @Test
  void changedPhotosAreReplacedAndVanishedOnesRemoved() throws IOException {
    index();
    var originals = TestPhotos.photos();
    Files.write(
        photos.resolve(originals.get(0).getFileName()), Files.readAllBytes(originals.get(10)));
    Files.delete(photos.resolve(originals.get(1).getFileName()));
    var report = index();
    assertEquals(1, report.get("changed").asInt());
    assertEquals(1, report.get("removed").asInt());
    assertEquals(3, report.get("photos").asInt());
  }

  @Test
  void unreadablePhotosAreListedAndCountedAndTheOthersIndexed() throws IOException {
    try (var files = Files.list(TestPhotos.AWKWARD)) {
      for (Path file : files.toList()) {
        Files.copy(file, photos.resolve(file.getFileName()));
      }
    }
    var result = Cli.run(arguments());
    var report = result.json();
    for (String unreadable : List.of("truncated.jpg", "empty.jpg", "text.jpg", "bomb.jpg")) {
      assertEquals(
          1,
          result.err().lines().filter(line -> line.contains(unreadable)).count(),
          unreadable + " in:\n" + result.err());
    }
    assertEquals(report.get("unreadable").asInt(), result.err().lines().count(), result.err());
    assertTrue(report.get("photos").asInt() > 4, "CMYK, gray, WebP and the like are readable");
  }

  @Test
  void captionRowsThatCannotBeUsedAreNamedByLine() throws IOException {
    var name = TestPhotos.photos().getFirst().getFileName();
    var captions = temp.resolve("captions.csv");
    var table =
        """
        image;caption
        %s;"A bridge; with ""arches"\""
        nowhere.jpg;Nothing
        %s
        """
            .formatted(name, name);
    Files.writeString(captions, '\uFEFF' + table.replace("\n", "\r\n"));
    var result = Cli.run(arguments("--captions", captions));
    var report = result.json();
    assertEquals(2, report.get("caption_problems").asInt(), result.err());
    assertTrue(result.err().contains("captions.csv:3: "), result.err());
    assertTrue(result.err().contains("captions.csv:4: "), result.err());
    var hit =
        Cli.run("search", "--index", index, "--json", "--top", 1, "arches")
            .json()
            .get("hits")
            .get(0);
    assertEquals("A bridge; with \"arches\"", hit.get("caption").asText());
  }

  @Test
  void anotherModelEncodesAllPhotosAnewAndSaysSo() {
    index("--model", TestPhotos.TINY_CLIP);
    var result = Cli.run(arguments("--model", "ocellus/lite2-minilm-v3"));
    var report = result.json();
    assertEquals("ocellus/tiny-clip", report.get("reencoded").get("from").asText());
    assertEquals("ocellus/lite2-minilm-v3", report.get("reencoded").get("to").asText());
    assertEquals(4, report.get("reencoded").get("photos").asInt());
    assertEquals(4, report.get("unchanged").asInt());
    assertEquals(
        "re-encoding %s from ocellus/tiny-clip to ocellus/lite2-minilm-v3; searches use ocellus/tiny-clip until all photos are done"
            .formatted(index),
        result.err().lines().findFirst().orElse(""));
    var info = Cli.run("info", "--index", index, "--json").json();
    assertEquals("ocellus/lite2-minilm-v3", info.get("model_id").asText());
    var back =
        Cli.run("index", "--photos", photos, "--index", index, "--model", TestPhotos.TINY_CLIP);
    assertEquals(
        "re-encoded from ocellus/lite2-minilm-v3 to ocellus/tiny-clip, 4 photos encoded",
        back.out().lines().toList().get(1));
  }

  @Test
  void scoresThatAreNoProbabilitiesAreSaidToBeNone() {
    index("--model", "ocellus/lite2-minilm-classes-v1");
    var fitted = Cli.run("search", "--index", index, "a bridge");
    assertEquals(0, fitted.status(), fitted.err());
    assertEquals("", fitted.err());
    index("--model", TestPhotos.TINY_CLIP);
    assertEquals(
        "the bundled fusion was fitted to encoder ocellus/lite2-minilm-v3, not to the index's"
            + " ocellus/tiny-clip: the scores are no probabilities; see ocellus tune --help",
        Cli.run("search", "--index", index, "a bridge").err().strip());
  }

  @Test
  void theSummaryForPeopleCountsEverything() {
    var result = Cli.run("index", "--photos", photos, "--index", index);
    assertEquals(0, result.status(), result.err());
    var lines = result.out().lines().toList();
    assertEquals(
        "4 added, 0 changed, 0 renamed, 0 removed, 0 unchanged, 0 unreadable, 0 caption problems",
        lines.get(0));
    assertTrue(
        lines.get(1).matches("4 photos in the index; [0-9.]+ s, [0-9.]+ photos a second"),
        lines.get(1));
  }

  @Test
  @Timeout(60)
  void aSecondWriterIsToldSo() throws Exception {
    var working = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var progress =
        new IndexProgress() {
          @Override
          public boolean cancelled() {
            working.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return false;
          }
        };
    try (var threads = Executors.newSingleThreadExecutor()) {
      var first =
          threads.submit(() -> new PhotoIndexer(IndexOptions.of(photos, index)).run(progress));
      working.await();
      var second = Cli.run(arguments());
      goOn.countDown();
      assertEquals(2, second.status());
      assertEquals(1, second.err().lines().count(), second.err());
      assertTrue(second.err().contains("writ"), second.err());
      assertEquals(4, first.get().photos());
    }
  }
}
