package dev.ocellus.lucene.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.QueryException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTokenTest {

  private static final long SEED = 5;
  private static final long QUERY = PageToken.queryHash("dog", "score");

  private static PageToken deep() {
    BandStart band = new BandStart(List.of(new Place(3.5f, 7), Place.END, new Place(.5f, 90)));
    Position position = new Position(band, new Place(.25f, 123));
    return new PageToken(QUERY, 17, 4, .1f, "2023/Straße 1.jpg", position, null);
  }

  private static PageToken sorted() {
    @Nullable Object[] values = {Long.MIN_VALUE, .5, .25f, new BytesRef("a"), null};
    return new PageToken(QUERY, 17, 4, .1f, "b.jpg", null, new FieldDoc(9, .5f, values));
  }

  @Test
  void aTokenSurvivesTheTrip() {
    assertEquals(deep(), PageToken.parse(deep().toString()));
    PageToken read = PageToken.parse(" " + sorted() + "\n");
    FieldDoc last = Objects.requireNonNull(read.last());
    assertEquals(9, last.doc);
    assertEquals(List.of(Long.MIN_VALUE, .5, .25f), Arrays.asList(last.fields).subList(0, 3));
    assertEquals(new BytesRef("a"), last.fields[3]);
    assertEquals(sorted().toString(), read.toString());
  }

  @Test
  void itFitsIntoAnAddress() {
    assertTrue(deep().toString().matches("[A-Za-z0-9_-]{40,200}"), deep().toString());
  }

  /** Every character changed or left out, and texts that never were tokens. */
  @Test
  void aGarbledTokenIsOneLine() {
    String token = sorted().toString();
    Random random = new Random(SEED);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertGarbled(token.substring(0, i) + other + token.substring(i + 1));
      assertGarbled(token.substring(0, i) + token.substring(i + 1));
      assertGarbled(token.substring(0, i));
    }
    for (int i = 0; i < 1000; i++) {
      byte[] noise = new byte[random.nextInt(60)];
      random.nextBytes(noise);
      assertGarbled(new String(noise, StandardCharsets.ISO_8859_1));
    }
  }

  private static void assertGarbled(String token) {
    QueryException error =
        assertThrows(QueryException.class, () -> PageToken.parse(token), "seed " + SEED);
    assertEquals(
        "the page token is not whole; pass it as the page before gave it, or search without it",
        error.getMessage());
  }

  @Test
  void anotherQueryRefusesIt() {
    int rankings = Objects.requireNonNull(deep().position()).band().rankings().size();
    deep().check(QUERY, 0, rankings);
    sorted().check(QUERY, 5, rankings);
    for (PageToken token : List.of(deep(), sorted())) {
      QueryException error =
          assertThrows(
              QueryException.class,
              () -> token.check(PageToken.queryHash("cat", "score"), 0, rankings));
      assertTrue(error.getMessage().startsWith("the page token is of another query; ask with"));
    }
    assertThrows(QueryException.class, () -> deep().check(QUERY, 1, rankings));
    assertThrows(QueryException.class, () -> deep().check(QUERY, 0, rankings + 1));
    assertThrows(QueryException.class, () -> sorted().check(QUERY, 4, rankings));
  }

  @Test
  void partsOfAQueryDoNotRunTogether() {
    assertNotEquals(PageToken.queryHash("ab", "c"), PageToken.queryHash("a", "bc"));
    assertNotEquals(PageToken.queryHash("a"), PageToken.queryHash("a", ""));
  }
}
