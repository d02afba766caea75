package dev.ocellus.lucene.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.facet.Facet;
import dev.ocellus.lucene.page.PageToken;
import dev.ocellus.lucene.page.ScoreCut;
import dev.ocellus.lucene.page.SortKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of a result: pages, order, counts, duplicates, reasons. */
class ResultTest {

  @TempDir static Path temp;
  private static PhotoIndex index;

  @BeforeAll
  static void open() throws IOException {
    index = RequestFixture.index(temp);
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @Test
  void tokensLeadThroughAllPhotosOnce() throws IOException {
    SearchRequest request = SearchRequest.of("a bird").withTop(7).withPointInTime(true);
    List<String> ids = new ArrayList<>();
    PageToken next = null;
    do {
      SearchResponse page = index.search(request.after(next));
      ids.addAll(RequestFixture.ids(page));
      next = page.next() == null ? null : PageToken.parse(page.next().toString());
    } while (next != null);
    assertEquals(index.info().photos(), ids.size());
    assertEquals(new HashSet<>(ids).size(), ids.size());
    assertEquals(ids, RequestFixture.all(index, "a bird"));
  }

  @Test
  void pagesByNumberAreSlicesOfTheWhole() throws IOException {
    SearchRequest request = SearchRequest.of("a bird").withTop(4);
    List<String> whole = RequestFixture.all(index, "a bird");
    SearchResponse second = index.search(request.withPage(request.page().withFrom(4)));
    assertEquals(whole.subList(4, 8), RequestFixture.ids(second));
    assertEquals(5, second.hits().getFirst().rank());
  }

  @Test
  void aTokenOfAnotherQueryIsRefused() throws IOException {
    PageToken token = index.search("a bird").next();
    assertNotNull(token);
    assertThrows(QueryException.class, () -> index.search(SearchRequest.of("a cat").after(token)));
  }

  @Test
  void aSortIsByTheFieldAfterTheCut() throws IOException {
    SearchRequest best = SearchRequest.of("a bird").withTop(1000).withMinScore(0.05f);
    List<String> byScore = RequestFixture.ids(index.search(best));
    List<String> byId = RequestFixture.ids(index.search(best.withSort(SortKey.parse("id"))));
    assertEquals(byScore.stream().sorted().toList(), byId);
  }

  @Test
  void theAutomaticCutShowsWhatFitsAndNothingWhereNothingDoes() throws IOException {
    SearchRequest auto = SearchRequest.of("a young goose stands on one leg in the grass");
    List<String> found = RequestFixture.ids(index.search(auto.withCut(ScoreCut.AUTO)));
    assertEquals(List.of("gosling.jpg"), found);
  }

  @Test
  void filtersNarrowTheSearchAndPostFiltersOnlyWhatIsShown() throws IOException {
    SearchRequest request =
        SearchRequest.of("a bird")
            .withTop(1000)
            .withDetails(new Details(false, false, false, false, List.of("tag")));
    SearchResponse filtered = index.search(request.withFilter("tag:bird"));
    assertEquals(5, filtered.hits().size());
    assertEquals(5, count(filtered.facets().getFirst(), "animal"));
    SearchResponse shown =
        index.search(
            request.withRestriction(new Restriction(List.of(), List.of("tag:bird"), null, false)));
    assertEquals(5, shown.hits().size());
    assertEquals(10, count(shown.facets().getFirst(), "animal"));
    QueryException words =
        assertThrows(QueryException.class, () -> index.search(request.withFilter("white birds")));
    assertTrue(words.getMessage().contains("conditions alone"), words.getMessage());
  }

  private static int count(Facet facet, String value) {
    return facet.counts().stream()
        .filter(count -> count.value().equals(value))
        .findFirst()
        .orElseThrow()
        .count();
  }

  @Test
  void countsChangeNothingOfWhatIsShown() throws IOException {
    for (String text : List.of("a bird", "tag:animal", "a bird -people tag:animal")) {
      SearchRequest request = SearchRequest.of(text).withTop(4).withMinScore(0.01f);
      SearchResponse plain = index.search(request);
      SearchResponse counted =
          index.search(
              request.withDetails(
                  new Details(false, false, false, false, List.of("tag", "stars"))));
      assertEquals(shown(plain), shown(counted), text);
      assertEquals(plain.total(), counted.total(), text);
      assertEquals(plain.next() == null, counted.next() == null, text);
      for (Facet facet : counted.facets()) {
        assertEquals(counted.total(), facet.photos() + facet.missing(), text);
      }
    }
  }

  private static List<String> shown(SearchResponse response) {
    return response.hits().stream().map(hit -> hit.id() + " " + hit.score()).toList();
  }

  @Test
  void nearDuplicatesStandAsOne() throws IOException {
    SearchRequest request = SearchRequest.of("a ginger cat").withTop(1000);
    SearchResponse collapsed =
        index.search(request.withArrangement(new Arrangement(Arrangement.NEAR_DUPLICATES, null)));
    Hit cat = collapsed.hits().getFirst();
    assertEquals("chelsea.jpg", cat.id());
    assertEquals(List.of(RequestFixture.COPY), cat.alike());
    List<String> others = new ArrayList<>(RequestFixture.all(index, "a ginger cat"));
    others.remove(RequestFixture.COPY);
    assertEquals(others, RequestFixture.ids(collapsed));
  }

  @Test
  void unlikePhotosComeFirstByChoice() throws IOException {
    SearchRequest request = SearchRequest.of("a ginger cat");
    List<String> diverse =
        RequestFixture.ids(index.search(request.withArrangement(new Arrangement(null, 0.3))));
    assertEquals("chelsea.jpg", diverse.getFirst());
    assertFalse(diverse.contains(RequestFixture.COPY), diverse.toString());
  }

  @Test
  void aHitTellsWhyAndWhatMatched() throws IOException {
    SearchRequest request =
        SearchRequest.of("two dogs look out")
            .withTop(1)
            .withDetails(new Details(true, true, false, true, List.of()));
    Hit hit = index.search(request).hits().getFirst();
    assertEquals("spaniels.jpg", hit.id());
    assertNotNull(hit.explanation());
    assertEquals(hit.score(), (float) hit.explanation().score());
    assertTrue(
        hit.captions().stream()
            .anyMatch(
                caption ->
                    caption.spans().stream()
                        .anyMatch(
                            span ->
                                caption
                                    .text()
                                    .substring(span.start(), span.end())
                                    .equals("dogs"))));
    assertEquals(List.of("animal"), hit.fields().get("tag"));
  }

  @Test
  void aWordThatNoCaptionHasIsSearchedAndAnotherSpellingOffered() throws IOException {
    Details suggest = new Details(false, false, true, false, List.of());
    SearchResponse found =
        index.search(SearchRequest.of("a hedgehgo in the grass tag:brid").withDetails(suggest));
    assertNotNull(found.didYouMean());
    assertEquals("a hedgehog in the grass tag:brid", found.didYouMean().text());
    assertNull(index.search(SearchRequest.of("a hedgehog").withDetails(suggest)).didYouMean());
    assertEquals("hedgehog", index.complete("hedgeh", 3).getFirst().text().split(" ")[0]);
  }

  @Test
  void aQueryOfConditionsAloneScoresNothing() throws IOException {
    Hit hit = index.search("tag:bird").hits().getFirst();
    assertEquals(1, hit.score());
    assertNull(hit.explanation());
  }

  /** More often than points in time can be open. */
  @Test
  void aRequestThatCannotBeAnsweredKeepsNoPointInTime() throws IOException {
    SearchRequest wrong = SearchRequest.of("like:\"nowhere.jpg\"").withPointInTime(true);
    for (int i = 0; i < 150; i++) {
      QueryException e = assertThrows(QueryException.class, () -> index.search(wrong));
      assertTrue(e.getMessage().contains("nowhere.jpg"), e.getMessage());
    }
    assertNotNull(index.search(SearchRequest.of("a bird").withPointInTime(true)).next());
  }

  @Test
  void aPointInTimeKeepsItsPhotos() throws IOException {
    try (PhotoIndex own = RequestFixture.index(temp.resolve("own"))) {
      SearchRequest request = SearchRequest.of("a bird").withTop(30).withPointInTime(true);
      SearchResponse first = own.search(request);
      try (var editor = dev.ocellus.lucene.edit.PhotoEditor.open(temp.resolve("own/index"))) {
        for (String id : List.of("owl.jpg", "cow.jpg", "fig.jpg", "rocket.jpg")) {
          editor.delete(id);
        }
        editor.commit();
      }
      List<String> ids = new ArrayList<>(RequestFixture.ids(first));
      PageToken next = first.next();
      while (next != null) {
        SearchResponse page = own.search(request.after(next));
        ids.addAll(RequestFixture.ids(page));
        next = page.next();
      }
      assertEquals(RequestFixture.all(index, "a bird"), ids);
    }
  }
}
