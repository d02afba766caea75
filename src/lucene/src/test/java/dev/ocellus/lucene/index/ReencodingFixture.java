package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.TestModels;
import dev.ocellus.lucene.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An index of five photos by the encoder test/one, and the means to give it another. */
abstract class ReencodingFixture {

  static final List<String> PHOTOS =
      List.of("chelsea.jpg", "coffee.jpg", "gosling.jpg", "rocket.jpg", "spaniels.jpg");

  @TempDir Path temp;
  Path photos;
  Path index;
  Path captions;
  Path one;
  Path two;
  final List<String> notices = new ArrayList<>();
  LongConsumer onAdvance = done -> {};
  int stopAfter = Integer.MAX_VALUE;

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

  IndexReport run(Path model, Path captionTable) throws IOException {
    return run(index, model, captionTable);
  }

  IndexReport run(Path into, Path model, Path captionTable) throws IOException {
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

  /** The answers to some queries. */
  static List<List<Hit>> search(Path folder) throws IOException {
    try (PhotoIndex open = PhotoIndex.open(folder)) {
      return search(open);
    }
  }

  static List<List<Hit>> search(PhotoIndex open) throws IOException {
    List<List<Hit>> answers = new ArrayList<>();
    for (String query : List.of("a cat", "a tabby", "it flies", "two dogs")) {
      answers.add(open.search(SearchRequest.of(query).withTop(100)).hits());
    }
    return answers;
  }

  static String modelOf(Path folder) throws IOException {
    try (PhotoIndex open = PhotoIndex.open(folder)) {
      return open.info().modelId();
    }
  }

  /** The index answers as one that the encoder made from the beginning. */
  void assertAsFresh(Path folder, Path model, Path captionTable) throws IOException {
    Path fresh = Files.createTempDirectory(temp, "fresh");
    run(fresh, model, captionTable);
    assertEquals(modelOf(fresh), modelOf(folder));
    assertAlike(search(fresh), search(folder), 1e-6);
    assertFalse(Files.exists(folder.resolve("reencoding")));
  }

  static void assertAlike(List<List<Hit>> expected, List<List<Hit>> actual, double tolerance) {
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
}
