package dev.ocellus.lucene.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.TestModels;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees who changes a folder that is followed. */
@Timeout(60)
class PhotoWatcherTest {

  private static final WatchTimes QUICK =
      new WatchTimes(
          Duration.ofMillis(50),
          Duration.ofSeconds(2),
          Duration.ofMillis(400),
          Duration.ofMinutes(10));

  @TempDir Path temp;
  private Path photos;
  private Path index;
  private Path captions;
  private final BlockingQueue<IndexReport> updates = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
  private volatile boolean stop;
  private final List<FutureTask<Void>> watches = new ArrayList<>();

  @BeforeEach
  void copyPhotos() throws IOException {
    photos = temp.resolve("photos");
    index = temp.resolve("index");
    captions = temp.resolve("captions.csv");
    TestModels.tiny(temp.resolve("model"), "test/one", .5);
    TestPhotos.copy("chelsea.jpg", photos.resolve("chelsea.jpg"));
    TestPhotos.copy("rocket.jpg", photos.resolve("sub/rocket.jpg"));
    Files.writeString(captions, "image,caption\nchelsea.jpg,A cat.\n");
  }

  @AfterEach
  void stopWatching() throws Exception {
    stop = true;
    for (FutureTask<Void> watch : watches) {
      watch.get(30, TimeUnit.SECONDS);
    }
  }

  private void watch() throws Exception {
    WatchListener listener =
        new WatchListener() {
          @Override
          public void updated(IndexReport report) {
            updates.add(report);
          }

          @Override
          public void problem(String line) {
            problems.add(line);
          }

          @Override
          public boolean cancelled() {
            return stop;
          }
        };
    IndexOptions options =
        IndexOptions.of(photos, index)
            .withCaptions(captions)
            .withModel(temp.resolve("model").toString());
    FutureTask<Void> watch =
        new FutureTask<>(
            () -> {
              new PhotoWatcher(options, QUICK).run(listener);
              return null;
            });
    watches.add(watch);
    Thread.ofPlatform().daemon().start(watch);
    assertEquals(2, next().added());
  }

  private IndexReport next() throws InterruptedException {
    IndexReport report = updates.poll(30, TimeUnit.SECONDS);
    assertNotNull(report, "no update came");
    return report;
  }

  /** The first update that leaves so many photos: one burst of changes may take two. */
  private IndexReport until(long photosLeft) throws InterruptedException {
    IndexReport report = next();
    while (report.photos() != photosLeft) {
      report = next();
    }
    return report;
  }

  private int photosInIndex() throws IOException {
    try (PhotoIndex open = PhotoIndex.open(index)) {
      return open.info().photos();
    }
  }

  @Test
  void photosThatComeMoveAndGoAreFollowedInNewFoldersToo() throws Exception {
    watch();
    TestPhotos.copy("coffee.jpg", photos.resolve("new/deep/coffee.jpg"));
    until(3);
    TestPhotos.copy("gosling.jpg", photos.resolve("new/deep/gosling.jpg"));
    assertEquals(1, until(4).added());
    assertEquals(4, photosInIndex());

    Files.move(photos.resolve("new"), photos.resolve("moved"));
    IndexReport moved = next();
    assertEquals(2, moved.renamed());
    assertEquals(4, moved.photos());
    Files.delete(photos.resolve("moved/deep/coffee.jpg"));
    assertEquals(1, until(3).removed());
    assertEquals(List.of(), List.copyOf(problems));
  }

  @Test
  void theFolderMayBeASymbolicLink() throws Exception {
    photos = Files.createSymbolicLink(temp.resolve("link"), photos);
    watch();
    TestPhotos.copy("coffee.jpg", photos.resolve("sub/coffee.jpg"));
    assertEquals(1, until(3).added());
    Files.delete(photos.resolve("sub/coffee.jpg"));
    assertEquals(1, until(2).removed());
  }

  @Test
  void aChangedCaptionTableChangesTheCaptions() throws Exception {
    watch();
    Files.writeString(captions, "image,caption\nchelsea.jpg,A tabby.\nsub/rocket.jpg,A rocket.\n");
    assertEquals(2, next().changed());
    try (PhotoIndex open = PhotoIndex.open(index)) {
      assertEquals(2, open.info().captions());
    }
  }

  @Test
  void aPhotoThatIsWrittenSlowlyIsNoProblem() throws Exception {
    watch();
    byte[] whole = Files.readAllBytes(TestPhotos.ALL.resolve("coffee.jpg"));
    Path copy = photos.resolve("coffee.jpg");
    Files.write(copy, Arrays.copyOf(whole, whole.length / 2));
    assertEquals(1, next().unreadable());
    Files.write(copy, whole);
    assertEquals(1, until(3).added());
    assertEquals(List.of(), List.copyOf(problems));
  }

  @Test
  void aPhotoThatStaysBrokenIsNamedOnce() throws Exception {
    watch();
    Files.writeString(photos.resolve("broken.jpg"), "no photo");
    String line = problems.poll(30, TimeUnit.SECONDS);
    assertNotNull(line);
    assertTrue(line.startsWith("broken.jpg: "), line);
    TestPhotos.copy("coffee.jpg", photos.resolve("coffee.jpg"));
    until(3);
    assertEquals(List.of(), List.copyOf(problems));
  }

  @Test
  void aFolderThatGoesAndComesBackDoesNotEmptyTheIndex() throws Exception {
    watch();
    Path away = temp.resolve("away");
    Files.move(photos, away);
    String line = problems.poll(30, TimeUnit.SECONDS);
    assertEquals("no folder of photos at " + photos, line);
    assertEquals(2, photosInIndex());
    TestPhotos.copy("coffee.jpg", away.resolve("coffee.jpg"));
    Files.move(away, photos);
    assertEquals(1, until(3).added());
  }

  @Test
  void itStopsWhenAsked() throws Exception {
    watch();
    stop = true;
    watches.getFirst().get(10, TimeUnit.SECONDS);
    assertEquals(2, photosInIndex());
  }
}
