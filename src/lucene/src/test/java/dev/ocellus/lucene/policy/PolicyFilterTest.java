package dev.ocellus.lucene.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.fusion.data.JudgedPair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyFilterTest {

  private static JudgedPair pair(String image, String text) {
    return new JudgedPair(image, "q", text, List.of(1, 2, 3), 0, 0);
  }

  @Test
  void judgmentsOfBlockedTextsAndOfPhotosWithBlockedCaptionsAreDroppedAndCounted() {
    PolicyFilter filter = new PolicyFilter(ContentPolicy.bundled());
    filter.addPhoto("swing.jpg", List.of("an empty swing", "a girl on a swing"));
    filter.addPhoto("zoo.jpg", List.of("a baby elephant", "a naked mole rat", "blood"));

    List<JudgedPair> kept =
        filter.keep(
            List.of(
                pair("swing.jpg", "an empty swing"), // of a blocked photo
                pair("zoo.jpg", "an elephant"),
                pair("zoo.jpg", "two boys"),
                pair("zoo.jpg", "one boy"),
                pair("sea.jpg", "a k1d swims"),
                pair("sea.jpg", "blood in the sea"))); // warned of, not blocked

    assertEquals(
        List.of(pair("zoo.jpg", "an elephant"), pair("sea.jpg", "blood in the sea")), kept);
    PolicyCounts counts = filter.counts();
    assertEquals(4, counts.dropped());
    assertEquals(3, counts.texts());
    assertEquals(1, counts.ofBlockedPhotos());
    assertEquals(Set.of("swing.jpg"), filter.blockedPhotos());
    assertEquals(Map.of("children", 3), counts.byCategory());
    assertEquals(Map.of("lemma boy", 2, "lemma kid", 1), counts.byRule());
    assertEquals(
        "4 dropped: 3 by their text (lemma boy 2, lemma kid 1), 1 as of 1 blocked photos",
        counts.toString());
  }
}
