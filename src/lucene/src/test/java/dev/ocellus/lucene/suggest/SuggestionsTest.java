package dev.ocellus.lucene.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How suggestions follow an index's commits. */
class SuggestionsTest {

  private static List<String> texts(List<Completion> completions) {
    return completions.stream().map(Completion::text).toList();
  }

  @Test
  void aLaterCommitIsSeenAndUntilThenTheEarlierOneIsLent() throws IOException {
    try (CaptionedPhotos photos = CaptionedPhotos.of("red car")) {
      Suggestions suggestions = new Suggestions();
      try (PhotoSearcher first = photos.searcher()) {
        assertEquals(List.of("red car"), texts(suggestions.complete(first, "red ", 5, null)));
      }
      photos.add(2, "red bus");
      try (PhotoSearcher second = photos.searcher()) {
        // At once, whichever of the two commits it is from.
        List<String> atOnce = texts(suggestions.completeIfReady(second, "red ", 5, null));
        assertEquals("red car", atOnce.getLast());
        assertEquals(
            List.of("red bus", "red car"), texts(suggestions.complete(second, "red ", 5, null)));
        assertEquals(
            List.of("red bus", "red car"),
            texts(suggestions.completeIfReady(second, "red ", 5, null)));
      }
    }
  }

  @Test
  void anEarlierCommitIsNotLentUnderAnotherPolicy() throws IOException {
    try (CaptionedPhotos photos = CaptionedPhotos.of("secret place")) {
      CommitCache<String> cache =
          new CommitCache<>((reader, language, analyzer) -> reader.numDocs() + " photos");
      try (PhotoSearcher first = photos.searcher()) {
        assertNull(cache.ready(first), "the first is still being made");
        assertEquals("1 photos", cache.get(first));
      }
      photos.setPolicy(RecordedPolicy.of(ContentPolicy.bundled(), true));
      photos.addBlocked("secret murder");
      try (PhotoSearcher second = photos.searcher()) {
        String atOnce = cache.ready(second);
        assertNull(atOnce);
        assertEquals("2 photos", cache.get(second));
      }
    }
  }

  @Test
  void aSearcherMayBeGivenBackWhileItsCommitIsRead() throws IOException {
    try (CaptionedPhotos photos = CaptionedPhotos.of("red car");
        PhotoSearcher kept = photos.searcher()) {
      Suggestions suggestions = new Suggestions();
      try (PhotoSearcher brief = photos.searcher()) {
        assertNull(suggestions.correctIfReady(brief, "redd caar", null));
      }
      Correction correction = suggestions.correct(kept, "redd caar", null);
      assertNotNull(correction);
      assertEquals("red car", correction.text());
    }
  }

  @Test
  void manyThreadsGetTheSameAndItIsMadeOnce() throws Exception {
    try (CaptionedPhotos photos = CaptionedPhotos.of("red car");
        PhotoSearcher searcher = photos.searcher();
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Set<Object> made = ConcurrentHashMap.newKeySet();
      CommitCache<Object> cache =
          new CommitCache<>(
              (reader, language, analyzer) -> {
                Object one = new Object();
                made.add(one);
                return one;
              });
      List<Callable<Object>> tasks =
          IntStream.range(0, 64)
              .<Callable<Object>>mapToObj(i -> () -> cache.get(searcher))
              .toList();
      Set<Object> got =
          threads.invokeAll(tasks).stream()
              .map(future -> future.resultNow())
              .collect(Collectors.toSet());
      assertEquals(made, got);
      assertEquals(1, made.size());
    }
  }
}
