package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PolicyMarks;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.policy.Action;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a content policy does to an index and its searches. */
class PolicyMarksTest extends ReencodingFixture {

  private static final ContentPolicy DEFAULT = ContentPolicy.bundled();

  private String policy = ContentPolicy.DEFAULT;

  /** Five photos; by the default policy chelsea is blocked and rocket warned of. */
  @BeforeEach
  void writeCaptions() throws IOException {
    Files.writeString(
        captions,
        """
        image,caption
        chelsea.jpg,A cat.
        chelsea.jpg,Two girls' cat.
        rocket.jpg,A bloody rocket.
        spaniels.jpg,Baby elephants.
        """);
  }

  private IndexReport index(Path model, Path captionTable) throws IOException {
    IndexOptions options =
        IndexOptions.of(photos, index)
            .withModel(model == null ? null : model.toString())
            .withCaptions(captionTable)
            .withPolicy(policy)
            .withThreads(1)
            .withBatchSize(1);
    return new PhotoIndexer(options)
        .run(
            new IndexProgress() {
              private long done;

              @Override
              public void advanced(long photosDone) {
                done = photosDone;
              }

              @Override
              public boolean cancelled() {
                return done >= stopAfter;
              }
            });
  }

  private PolicyMarks marks() throws IOException {
    try (PhotoIndex open = PhotoIndex.open(index)) {
      return open.info().policy();
    }
  }

  private Map<String, Hit> hits(SearchRequest request) throws IOException {
    Map<String, Hit> hits = new TreeMap<>();
    try (PhotoIndex open = PhotoIndex.open(index)) {
      open.search(request.withTop(100)).hits().forEach(hit -> hits.put(hit.id(), hit));
    }
    return hits;
  }

  @Test
  void photosAreMarkedByTheirCaptionsWithoutBeingEncodedAgain() throws IOException {
    assertNull(run(null, captions).policy());
    List<List<Hit>> before = search(index);
    IndexReport report = index(null, null);
    assertEquals(5, report.unchanged());
    PolicyMarks expected =
        new PolicyMarks(
            DEFAULT.id(),
            true,
            Map.of("block", 1, "warn", 1),
            Map.of("children", 1, "violence", 1));
    assertEquals(expected, report.policy());
    assertEquals(expected, marks());
    assertAlike(before, search(index), 1e-6);
  }

  @Test
  void blockedPhotosAreHiddenUnlessAskedForAndTheOthersScoreTheSame() throws IOException {
    index(null, captions);
    SearchRequest request = SearchRequest.of("a cat");
    Map<String, Hit> all = hits(request);
    assertEquals(5, all.size(), "without a policy nothing is hidden");
    Map<String, Hit> shown = hits(request.withPolicy(DEFAULT));
    assertEquals(
        List.of("coffee.jpg", "gosling.jpg", "rocket.jpg", "spaniels.jpg"),
        List.copyOf(shown.keySet()));
    shown.forEach((id, hit) -> assertEquals(all.get(id).score(), hit.score()));
    assertEquals(List.of("violence"), shown.get("rocket.jpg").policyCategories());
    Hit marked = hits(request.withPolicy(DEFAULT).withShowMarked(true)).get("chelsea.jpg");
    assertEquals(List.of("children"), marked.policyCategories());
    assertEquals(all.get("chelsea.jpg").score(), marked.score());
  }

  @Test
  void aBlockedQueryIsAnsweredByTheDisclaimerWithoutTheEncoder() throws IOException {
    index(null, captions);
    try (PhotoIndex open = PhotoIndex.open(index)) {
      Files.move(one, temp.resolve("gone")); // encoding a text would fail now
      SearchResponse answer =
          open.search(SearchRequest.of("ch1ldren with cats").withPolicy(DEFAULT));
      assertEquals(List.of(), answer.hits());
      assertEquals(0, answer.total());
      assertEquals(Action.BLOCK, answer.decision().action());
      assertEquals("ch1ldren", answer.decision().matched());
      assertTrue(String.valueOf(answer.decision().disclaimer()).contains("local laws"));
      Files.move(temp.resolve("gone"), one);
      SearchResponse warned = open.search(SearchRequest.of("blood").withPolicy(DEFAULT));
      assertEquals(Action.WARN, warned.decision().action());
      assertEquals(4, warned.hits().size());
    }
  }

  @Test
  void laterRunsKeepMarkingByTheRecordedPolicy() throws IOException {
    index(null, captions);
    policy = null;
    Files.writeString(
        captions, "image,caption\nchelsea.jpg,A cat.\ncoffee.jpg,Kids drink coffee.\n");
    assertEquals(Map.of("children", 1), index(null, captions).policy().byCategory());
    SearchRequest request = SearchRequest.of("a cat").withPolicy(DEFAULT);
    assertFalse(hits(request).containsKey("coffee.jpg"));
    assertTrue(hits(request).containsKey("chelsea.jpg"));
    Files.move(photos.resolve("coffee.jpg"), photos.resolve("cup.jpg"));
    index(null, null);
    assertFalse(hits(request).containsKey("cup.jpg"), "a renamed photo keeps its mark");
    policy = IndexOptions.NO_POLICY;
    assertNull(index(null, null).policy());
    assertNull(marks());
    assertTrue(hits(request).containsKey("cup.jpg"));
  }

  @Test
  void aReencodedIndexHasTheMarks() throws IOException {
    index(null, captions);
    PolicyMarks before = marks();
    policy = null;
    assertEquals(before, index(two, null).policy());
    assertEquals("test/two", modelOf(index));
    assertEquals(before, marks());
  }

  @Test
  void aReencodingAndAPolicyMayComeTogether() throws IOException {
    run(null, captions);
    stopAfter = 2;
    policy = null;
    index(two, null);
    stopAfter = Integer.MAX_VALUE;
    policy = ContentPolicy.DEFAULT;
    assertEquals(Map.of("block", 1, "warn", 1), index(two, null).policy().byAction());
    assertEquals("test/two", modelOf(index));
  }

  @Test
  void aChangedPolicyMarksAnewEvenWhatCanNoLongerBeRead() throws IOException {
    index(null, captions);
    Files.writeString(photos.resolve("spaniels.jpg"), "overwritten by accident");
    policy =
        Files.writeString(
                temp.resolve("mine.json"),
                """
                {"format": "ocellus-policy", "version": 1, "name": "mine", "language": "en",
                 "categories": [{"name": "trunks", "action": "block", "disclaimer": "no",
                                 "lemmas": ["elephant"]}]}
                """)
            .toString();
    stopAfter = 1;
    assertFalse(index(null, null).policy().complete());
    assertFalse(marks().complete());
    stopAfter = Integer.MAX_VALUE;
    IndexReport report = index(null, null);
    assertEquals(1, report.unreadable());
    assertEquals(Map.of("trunks", 1), report.policy().byCategory());
    assertTrue(marks().complete());
    assertFalse(hits(SearchRequest.of("a cat").withPolicy(DEFAULT)).containsKey("spaniels.jpg"));
  }

  @Test
  void aPolicyOfAnotherLanguageIsRefused() throws IOException {
    policy =
        Files.writeString(
                temp.resolve("ru.json"),
                """
                {"format": "ocellus-policy", "version": 1, "name": "ru", "language": "ru",
                 "categories": [{"name": "c", "action": "block", "disclaimer": "no",
                                 "lemmas": ["кот"]}]}
                """)
            .toString();
    String message = assertThrows(IndexException.class, () -> index(null, null)).getMessage();
    assertTrue(
        message.matches(
            "policy ru@[0-9a-f]{12} is for the language ru, the index's captions are en; give one"
                + " of that language"),
        message);
  }
}
