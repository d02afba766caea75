package dev.ocellus.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.SearchRequest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searching over HTTP finds what the embedded searcher finds. */
class SearchApiTest {

  private static OcellusServer server;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    server = ServedPhotos.serve(ServerOptions.DEFAULT);
    client = new Client(server);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("hits").forEach(hit -> ids.add(hit.get("id").asText()));
    return ids;
  }

  @Test
  void getAndPostFindTheSameAsTheEmbeddedSearcher() throws Exception {
    JsonNode get = client.get("/api/search?q=a+cat+looks+up&size=7").json();
    JsonNode post = client.post("/api/search", "{'query': 'a cat looks up', 'size': 7}").json();
    assertEquals(get.get("hits"), post.get("hits"));
    try (PhotoIndex index = PhotoIndex.open(ServedPhotos.index())) {
      List<Hit> hits = index.search(SearchRequest.of("a cat looks up").withTop(7)).hits();
      assertEquals(hits.stream().map(Hit::id).toList(), ids(get));
      assertEquals(hits.getFirst().score(), (float) get.at("/hits/0/score").asDouble());
    }
  }

  @Test
  void hitsLinkToTheirPhotosAndTellNoPath() throws Exception {
    JsonNode hit = client.get("/api/search?q=cat&filter=tag:animal&size=50").json().get("hits");
    for (JsonNode one : hit) {
      assertFalse(one.has("path"), one.toString());
      for (String link : List.of("photo", "image", "thumbnail")) {
        assertEquals(200, client.get(one.get("links").get(link).asText()).status());
      }
    }
    assertTrue(ids(client.get("/api/search?q=cat&size=50").json()).contains(ServedPhotos.ESCAPED));
  }

  @Test
  void everyParameterIsTheJsonKeyOfThatName() throws Exception {
    JsonNode get =
        client
            .get(
                "/api/search?q="
                    + Client.escape("animal -people")
                    + "&version=1&syntax=strict&expand=wordnet&signal=fused&filter=tag:animal"
                    + "&filter=tag:bird&post_filter=width:%3E1&min_score=0.001&from=1&size=2"
                    + "&sort=id:desc&collapse=near_duplicates&facet=tag&facet=year"
                    + "&highlight=true&explain=true&suggest=true&fields=true&show_marked=false"
                    + "&point_in_time=true")
            .json();
    JsonNode post =
        client
            .post(
                "/api/search",
                "{'query': 'animal -people', 'version': 1, 'syntax': 'strict', 'expand': 'wordnet',"
                    + " 'signal': 'fused', 'filter': ['tag:animal', 'tag:bird'], 'post_filter':"
                    + " 'width:>1', 'min_score': 0.001, 'from': 1, 'size': 2, 'sort': ['id:desc'],"
                    + " 'collapse': 'near_duplicates', 'facets': ['tag', 'year'],"
                    + " 'highlight': true, 'explain': true, 'suggest': true, 'fields': true,"
                    + " 'show_marked': false, 'point_in_time': true}")
            .json();
    assertEquals(get.get("hits"), post.get("hits"));
    assertEquals(2, get.get("hits").size());
    assertEquals(get.get("facets"), post.get("facets"));
    assertEquals("animal", get.at("/facets/0/counts/0/value").asText());
    assertEquals(2, get.at("/hits/0/rank").asInt());
    assertTrue(get.at("/hits/0").has("explanation"));
  }

  @Test
  void hitsAreDiversified() throws Exception {
    JsonNode get = client.get("/api/search?q=animal&diversify=0.3").json();
    assertEquals(
        client.post("/api/search", "{'query': 'animal', 'diversify': 0.3}").json().get("hits"),
        get.get("hits"));
    assertNotEquals(ids(client.get("/api/search?q=animal").json()), ids(get));
  }

  @Test
  void pagesFollowByTheirToken() throws Exception {
    JsonNode all = client.get("/api/search?q=animal&size=20").json();
    JsonNode first = client.get("/api/search?q=animal&size=4&point_in_time=true").json();
    JsonNode second =
        client
            .get(
                "/api/search?q=animal&size=4&point_in_time=true&after="
                    + first.get("next").asText())
            .json();
    List<String> both = new ArrayList<>(ids(first));
    both.addAll(ids(second));
    assertEquals(ids(all).subList(0, 8), both);
  }

  @Test
  void morePointsInTimeThanAreKeptAreToBeAskedForLater() throws Exception {
    try (OcellusServer own = ServedPhotos.serve(ServerOptions.DEFAULT)) {
      Client many = new Client(own);
      String first = "/api/search?q=animal&size=1&point_in_time=true";
      Client.Answer refused = many.get(first);
      // On a slow machine the first ones may have expired before the last are open.
      for (int i = 1; i < 1000 && refused.status() == 200; i++) {
        refused = many.get(first);
      }
      JsonNode problem = refused.problem(503, "too-many-points-in-time");
      assertTrue(problem.get("detail").asText().startsWith("100 points in time are open, "));
      int seconds = Integer.parseInt(refused.header("Retry-After"));
      assertTrue(seconds > 0 && seconds <= 61, "Retry-After: " + seconds);
      many.get("/api/search?q=animal&size=1").json();
    }
  }

  @Test
  void aPictureIsSearchedByAsJsonOrAsItself() throws Exception {
    byte[] owl = Files.readAllBytes(ServedPhotos.ALL.resolve("owl.jpg"));
    JsonNode raw = client.post("/api/search?size=3&fields=true", "image/jpeg", owl).json();
    JsonNode json =
        client
            .post(
                "/api/search",
                "{'image': {'base64': '%s'}, 'size': 3, 'fields': true}"
                    .formatted(Base64.getEncoder().encodeToString(owl)))
            .json();
    assertEquals("owl.jpg", raw.at("/hits/0/id").asText());
    assertEquals(raw.get("hits"), json.get("hits"));
    JsonNode mixed = client.post("/api/search?q=cat&image_weight=0.1", "image/jpeg", owl).json();
    assertNotEquals(raw.get("hits"), mixed.get("hits"));
    JsonNode indexed = client.post("/api/search", "{'image': {'id': 'owl.jpg'}}").json();
    assertFalse(ids(indexed).contains("owl.jpg"));
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    JsonNode column =
        client
            .get("/api/search?syntax=strict&q=" + Client.escape("he said \"hello"))
            .problem(400, "bad-query");
    assertEquals(9, column.get("column").asInt());
    assertTrue(
        client
            .get("/api/search?q=cat&sise=3")
            .problem(400, "bad-parameter")
            .get("detail")
            .asText()
            .startsWith("unknown parameter \"sise\"; known: after, collapse, "));
    client.get("/api/search?q=cat&size=many").problem(400, "bad-parameter");
    client.get("/api/search?q=cat&q=dog").problem(400, "bad-parameter");
    client.get("/api/search?q=cat&explain=yes").problem(400, "bad-parameter");
    client.get("/api/search?q=cat&size=100000").problem(400, "bad-query");
    for (String cut : List.of("1.5", "much")) {
      assertEquals(
          "\"min_score\" must be in [0, 1] or auto, got " + cut,
          client
              .get("/api/search?q=cat&min_score=" + cut)
              .problem(400, "bad-query")
              .get("detail")
              .asText());
    }
    client.get("/api/search").problem(400, "bad-query");
    client.get("/api/search?q=cat&image_weight=0.5").problem(400, "bad-parameter");
    client.get("/api/search?q=%ff").problem(400, "bad-parameter");
    client.post("/api/search", "{'query': 'cat'").problem(400, "bad-query");
    client.post("/api/search", "{'qery': 'cat'}").problem(400, "bad-query");
    client.post("/api/search?q=dog", "{'query': 'cat'}").problem(400, "bad-parameter");
    client.post("/api/search", "image/jpeg", new byte[100]).problem(400, "bad-query");
    client.post("/api/search", "text/plain", new byte[100]).problem(415, "unsupported-media-type");
  }

  @Test
  void facetsAreCountedOverAQueryOrAllPhotos() throws Exception {
    JsonNode all = client.get("/api/facets?field=tag").json();
    assertEquals("animal", all.at("/facets/0/counts/0/value").asText());
    assertEquals(11, all.at("/facets/0/counts/0/count").asInt());
    JsonNode birds = client.get("/api/facets?q=&filter=tag:bird&field=tag&field=year").json();
    assertEquals(5, birds.get("total").asInt());
    assertEquals(5, birds.at("/facets/0/counts/0/count").asInt());
    assertEquals(2, birds.get("facets").size());
    client.get("/api/facets?q=cat").problem(400, "bad-parameter");
    client.get("/api/facets?q=cat&field=caption").problem(400, "bad-query");
  }

  @Test
  void completionsComeWhenCaptionsAreRead() throws Exception {
    JsonNode completions = client.get("/api/suggest?q=a+c").json();
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (completions.get("completions").isEmpty() && System.nanoTime() < deadline) {
      completions = client.get("/api/suggest?q=a+c&size=3").json();
    }
    assertTrue(
        completions.at("/completions/0/text").asText().startsWith("a c"), completions.toString());
    client.get("/api/suggest").problem(400, "bad-parameter");
    client.get("/api/suggest?q=a&size=5000").problem(400, "bad-query");
  }

  @Test
  void infoTellsWhatThereIs() throws Exception {
    JsonNode info = client.get("/api/info").json();
    assertEquals(
        ids(client.get("/api/search?filter=id:*&size=1000").json()).size(),
        info.get("photos").asInt());
    assertEquals("ocellus/lite2-minilm-v2", info.get("model").asText());
    assertEquals("en", info.get("language").asText());
    assertTrue(info.get("facets").toString().contains("\"tag\""), info.toString());
    assertFalse(info.has("policy"));
    assertTrue(info.get("examples").size() >= 3, info.toString());
    for (JsonNode example : info.get("examples")) {
      assertTrue(
          client.get("/api/search?q=" + Client.escape(example.asText())).json().get("hits").size()
              > 0);
    }
    assertEquals(info.get("photos"), client.get("/health").json().get("photos"));
  }
}
