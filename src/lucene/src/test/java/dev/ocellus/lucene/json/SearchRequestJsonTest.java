package dev.ocellus.lucene.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.page.ScoreCut;
import dev.ocellus.lucene.page.SortKey;
import dev.ocellus.lucene.search.Arrangement;
import dev.ocellus.lucene.search.Details;
import dev.ocellus.lucene.search.Picture;
import dev.ocellus.lucene.search.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchRequestJsonTest {

  private static SearchRequest read(String json) {
    return SearchRequestJson.read(json.replace('\'', '"'), null);
  }

  @Test
  void aQueryAloneIsTheSameAsInJava() {
    assertEquals(SearchRequest.of("two dogs"), read("{'query': 'two dogs'}"));
  }

  @Test
  void everyKeyIsRead() {
    SearchRequest request =
        read(
            """
            {'version': 1, 'query': 'two dogs', 'syntax': 'strict', 'expand': 'wordnet', 'signal': 'image',
             'image': {'base64': 'AQID'}, 'image_weight': 0.25,
             'filter': ['tag:a', 'tag:b'], 'post_filter': 'width:>5', 'show_marked': true,
             'from': 3, 'size': 7, 'min_score': 'auto', 'point_in_time': true,
             'sort': ['taken_at:desc', 'id'], 'collapse': 'author', 'diversify': 0.5,
             'facets': ['tag'], 'highlight': true, 'explain': true, 'suggest': true,
             'fields': true}
            """);
    assertEquals(Syntax.STRICT, request.syntax());
    assertNotNull(request.expander());
    assertEquals(Signal.IMAGE, request.signal());
    assertNotNull(request.picture());
    assertEquals(0.25, request.picture().weight());
    assertEquals(3, assertInstanceOf(Picture.Photo.class, request.picture().picture()).bytes()[2]);
    assertEquals(List.of("tag:a", "tag:b"), request.restriction().filters());
    assertEquals(List.of("width:>5"), request.restriction().postFilters());
    assertTrue(request.restriction().showMarked());
    assertEquals(3, request.page().from());
    assertEquals(7, request.page().size());
    assertEquals(ScoreCut.AUTO, request.page().cut());
    assertTrue(request.pointInTime());
    assertEquals(
        List.of(SortKey.parse("taken_at:desc"), SortKey.parse("id")), request.page().sort());
    assertEquals(new Arrangement("author", 0.5), request.arrangement());
    assertEquals(new Details(true, true, true, true, List.of("tag")), request.details());
  }

  @Test
  void theSchemaHasTheKeysThatAreRead() throws IOException {
    try (InputStream in =
        SearchRequestJson.class.getResourceAsStream("search-request.schema.json")) {
      JsonNode schema = new ObjectMapper().readTree(in);
      TreeSet<String> keys = new TreeSet<>();
      schema.get("properties").fieldNames().forEachRemaining(keys::add);
      assertEquals(new TreeSet<>(SearchRequestJson.KEYS), keys);
      assertEquals(SearchRequestJson.VERSION, schema.at("/properties/version/const").asInt());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'query': 5} | \"query\" must be a text",
        "{'qeury': 'dog'} | unknown key \"qeury\"; known:",
        "{'query': 'dog', 'size': 0} | size must be in [1, 1000], got 0",
        "{'query': 'dog', 'size': 1.5} | \"size\" must be a whole number",
        "{'query': 'dog', 'signal': 'smell'} | \"signal\" must be one of fused, image, captions, bm25",
        "{'query': 'dog', 'min_score': []} | \"min_score\" must be a number from 0 to 1, or \"auto\"",
        "{'query': 'dog', 'image': {}} | \"image\" must have either \"id\" or \"base64\"",
        "{'query': 'dog', 'image': {'base64': '*'}} | \"image.base64\" is not base64",
        "{'query': 'dog', 'image': {'url': 'x'}} | unknown key \"image.url\"; known: base64, id",
        "{'query': 'dog', 'filter': [1]} | \"filter\" must be an array of texts",
        "{'query': 'dog', 'expand': 'all'} | \"expand\" must be one of none, wordnet",
        "{'query': 'dog', 'explain': 1} | \"explain\" must be true or false",
        "{'query': 'dog', 'version': 2} | the request is of version 2; this program reads 1",
        "{'query': 'a', 'query': 'b'} | the request is not JSON (line 1, column",
        "[1] | the request must be a JSON object",
      })
  void whatIsWrongIsNamed(String json, String message) {
    QueryException e = assertThrows(QueryException.class, () -> read(json));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }
}
