package dev.ocellus.opensearch.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that works for OpenSearch's own queries works for {@code ocellus}. */
@ExtendWith(SharedCluster.class)
class QueryFeaturesTest {

  private static final String INDEX = "features";
  private static final String DOGS = "{\"ocellus\": {\"query\": \"a dog on the beach\"}}";

  private static RestClient client;

  @BeforeAll
  static void index(TestCluster cluster) throws IOException {
    client = cluster.client();
    List<IndexedPhoto> photos = DerivedPhotos.all();
    ClusterPhotos.create(
        client,
        INDEX,
        """
        "number_of_shards": 3, "number_of_replicas": 0,
        "index.search.concurrent_segment_search.mode": "none\"""");
    ClusterPhotos.add(client, INDEX, photos.subList(0, 300));
    // A second segment on every shard.
    ClusterPhotos.add(client, INDEX, photos.subList(300, DerivedPhotos.COUNT));
  }

  private static RestAnswer search(String body) {
    return client.post("/" + INDEX + "/_search", body).expect(200);
  }

  private static List<Double> scores(RestAnswer answer) {
    List<Double> scores = new ArrayList<>();
    answer.at("/hits/hits").forEach(hit -> scores.add(hit.get("_score").asDouble()));
    return scores;
  }

  @Test
  void minScoreEndsTheResultInsideAndOutside() {
    RestAnswer all = search("{\"size\": 1000, \"query\": " + DOGS + "}");
    double cut = scores(all).get(30);
    long passing = scores(all).stream().filter(score -> score >= cut).count();
    RestAnswer outside =
        search("{\"size\": 1000, \"min_score\": " + cut + ", \"query\": " + DOGS + "}");
    RestAnswer inside =
        search(
            """
            {"size": 1000, "query": {"ocellus": {"query": "a dog on the beach", "min_score": %s}}}"""
                .formatted(cut));
    assertEquals(passing, outside.at("/hits/total/value").asLong());
    assertEquals(passing, inside.at("/hits/total/value").asLong());
    assertEquals(outside.ids(), inside.ids());
    assertTrue(all.at("/hits/total/value").asLong() > passing);
  }

  @Test
  void pagesByScoreAreThoseOfOneList() {
    String sort = "\"sort\": [\"_score\", {\"width\": \"asc\"}], ";
    RestAnswer whole = search("{\"size\": 60, " + sort + "\"query\": " + DOGS + "}");
    List<String> paged = new ArrayList<>();
    String after = "";
    for (int page = 0; page < 3; page++) {
      RestAnswer answer = search("{\"size\": 20, " + sort + after + "\"query\": " + DOGS + "}");
      paged.addAll(answer.ids());
      after = "\"search_after\": " + answer.at("/hits/hits/19/sort") + ", ";
    }
    assertEquals(whole.ids(), paged);
  }

  /** Segments that hold no further hits are passed over; candidates stay the same. */
  @Test
  void pagesByAFieldAreThoseOfOneList() {
    String sort = "\"track_scores\": true, \"sort\": [{\"width\": \"desc\"}], ";
    RestAnswer whole = search("{\"size\": 90, " + sort + "\"query\": " + DOGS + "}");
    List<String> paged = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    String after = "";
    for (int page = 0; page < 3; page++) {
      RestAnswer answer = search("{\"size\": 30, " + sort + after + "\"query\": " + DOGS + "}");
      paged.addAll(answer.ids());
      scores.addAll(scores(answer));
      after = "\"search_after\": " + answer.at("/hits/hits/29/sort") + ", ";
    }
    assertEquals(whole.ids(), paged);
    assertEquals(scores(whole), scores);
  }

  @Test
  void aFilterIsUnderTheCandidates() {
    RestAnswer answer =
        search(
            """
            {"size": 30, "query": {"ocellus": {"query": "a dog on the beach", "window": 10,
              "filter": {"range": {"width": {"gte": 780}}}}}}""");
    assertEquals(20, answer.ids().size(), "all photos that pass are found, however far down");
    RestAnswer inText =
        search(
            """
            {"size": 30, "query": {"ocellus": {"query": "a dog on the beach width:>=780",
              "window": 10}}}""");
    assertEquals(answer.ids(), inText.ids());
  }

  @Test
  void aggregationsAndCollapsingSeeTheHits() {
    RestAnswer answer =
        search(
            """
            {"size": 10, "query": %s, "collapse": {"field": "tag"},
             "aggs": {"tags": {"terms": {"field": "tag"}}}}"""
                .formatted(DOGS));
    long counted = 0;
    for (JsonNode bucket : answer.at("/aggregations/tags/buckets")) {
      counted += bucket.get("doc_count").asLong();
    }
    assertEquals(answer.at("/hits/total/value").asLong(), counted);
    Set<String> tags = new HashSet<>();
    answer.at("/hits/hits").forEach(hit -> tags.add(hit.at("/fields/tag/0").asText()));
    assertEquals(Set.of("sea", "city", "home", "sport", "night"), tags);
    assertEquals(5, answer.ids().size());
  }

  @Test
  void wordsAreHighlighted() {
    RestAnswer answer =
        search(
            """
            {"size": 20, "query": {"ocellus": {"query": "women with helmets +helmet"}},
             "highlight": {"fields": {"caption": {}}}}""");
    Set<String> marked = new TreeSet<>();
    answer
        .at("/hits/hits")
        .forEach(
            hit ->
                hit.at("/highlight/caption")
                    .forEach(
                        caption -> {
                          var em =
                              java.util.regex.Pattern.compile("<em>(.*?)</em>")
                                  .matcher(caption.asText());
                          while (em.find()) {
                            marked.add(em.group(1));
                          }
                        }));
    assertTrue(marked.containsAll(Set.of("woman", "helmet")), marked.toString());
  }

  @Test
  void explanationsEqualTheScoreWithAndWithoutDfs() {
    for (String type : List.of("query_then_fetch", "dfs_query_then_fetch")) {
      for (String query : List.of("a dog on the beach -people", "like:\\\"photo-001.jpg\\\"")) {
        RestAnswer answer =
            client
                .post(
                    "/" + INDEX + "/_search?search_type=" + type,
                    """
                    {"size": 10, "explain": true, "query": {"ocellus": {"query": "%s",
                      "min_score": 0.0001}}}"""
                        .formatted(query))
                .expect(200);
        assertFalse(answer.ids().isEmpty(), query);
        for (JsonNode hit : answer.at("/hits/hits")) {
          assertEquals(
              hit.get("_score").asDouble(),
              hit.at("/_explanation/value").asDouble(),
              hit.toString());
        }
      }
    }
  }

  @Test
  void everyHitShowsItsPartsWithoutAnExplanation() {
    RestAnswer answer =
        search(
            """
            {"size": 10, "_source": false,
             "query": {"ocellus": {"query": "a dog on the beach -night"}}}""");
    for (JsonNode hit : answer.at("/hits/hits")) {
      JsonNode parts = hit.at("/fields/_ocellus/0/parts");
      assertEquals(2, parts.size(), hit.toString());
      assertTrue(parts.at("/0/features/image").isNumber(), hit.toString());
      assertTrue(parts.at("/0/wanted").asBoolean());
      assertFalse(parts.at("/1/wanted").asBoolean());
      double product = parts.at("/0/factor").asDouble() * parts.at("/1/factor").asDouble();
      assertEquals(hit.get("_score").asDouble(), product, 1e-6);
    }
    JsonNode other = search("{\"query\": {\"match_all\": {}}}").at("/hits/hits/0");
    assertTrue(other.at("/fields/_ocellus").isMissingNode(), other.toString());
  }

  @Test
  void profilesHaveTheQueryOnce() {
    RestAnswer answer = search("{\"profile\": true, \"size\": 5, \"query\": " + DOGS + "}");
    JsonNode queries = answer.at("/profile/shards/0/searches/0/query");
    assertEquals(1, queries.size(), queries.toString());
    assertEquals(2, queries.toString().split("LateHybridQuery", -1).length, queries.toString());
    assertTrue(queries.at("/0/time_in_nanos").asLong() > 0);
    assertEquals(search("{\"size\": 5, \"query\": " + DOGS + "}").ids(), answer.ids());
  }

  @Test
  void concurrentSegmentSearchFindsTheSame() {
    String body = "{\"size\": 50, \"query\": " + DOGS + "}";
    RestAnswer one = search(body);
    setConcurrency("all");
    RestAnswer side = search(body);
    setConcurrency("none");
    assertEquals(one.ids(), side.ids());
    assertEquals(scores(one), scores(side));
  }

  private static void setConcurrency(String mode) {
    client
        .put(
            "/" + INDEX + "/_settings",
            "{\"index.search.concurrent_segment_search.mode\": \"" + mode + "\"}")
        .expect(200);
  }

  @Test
  void manySearchesInOneRequest() {
    RestAnswer answer =
        client
            .post(
                "/" + INDEX + "/_msearch",
                "{}\n{\"size\": 3, \"query\": "
                    + DOGS
                    + "}\n{}\n{\"query\": {\"ocellus\": {\"query\": \"a \\\"b\", \"syntax\": \"strict\"}}}\n")
            .expect(200);
    assertEquals(200, answer.at("/responses/0/status").asInt());
    assertEquals(3, answer.at("/responses/0/hits/hits").size());
    assertEquals(400, answer.at("/responses/1/status").asInt(), answer.body());
  }

  @Test
  void aPointInTimeKeepsItsPhotos() {
    ClusterPhotos.create(client, "moment", "\"number_of_shards\": 2, \"number_of_replicas\": 0");
    RestAnswer source = search("{\"size\": 20, \"query\": {\"match_all\": {}}}");
    StringBuilder bulk = new StringBuilder();
    source
        .at("/hits/hits")
        .forEach(
            hit ->
                bulk.append("{\"index\": {\"_id\": \"")
                    .append(hit.get("_id").asText())
                    .append("\"}}\n")
                    .append(hit.get("_source"))
                    .append("\n"));
    client.post("/moment/_bulk?refresh=true", bulk.toString()).expect(200);
    String id =
        client.post("/moment/_search/point_in_time?keep_alive=1m", "").at("/pit_id").asText();
    String body =
        """
        {"size": 30, "query": {"ocellus": {"query": "like:\\"%s\\" dog"}},
         "pit": {"id": "%s", "keep_alive": "1m"}}"""
            .formatted(source.ids().getFirst(), id);
    List<String> before = client.post("/_search", body).expect(200).ids();
    assertEquals(19, before.size());
    client.post("/moment/_delete_by_query?refresh=true", "{\"query\": {\"match_all\": {}}}");
    assertEquals(before, client.post("/_search", body).expect(200).ids());
    client.send("DELETE", "/_search/point_in_time", "{\"pit_id\": [\"" + id + "\"]}").expect(200);
  }

  /** The filter of an alias is under the candidates, too. */
  @Test
  void anAliasWithAFilterFindsAllThatPass() {
    client
        .post(
            "/_aliases",
            """
            {"actions": [{"add": {"index": "features", "alias": "wide",
              "filter": {"range": {"width": {"gte": 780}}}}}]}""")
        .expect(200);
    RestAnswer answer =
        client
            .post(
                "/wide/_search",
                """
                {"size": 30, "query": {"ocellus": {"query": "a dog on the beach",
                  "window": 10}}}""")
            .expect(200);
    assertEquals(20, answer.ids().size());
  }

  @Test
  void picturesAreSearchedBy() throws IOException {
    byte[] photo = Files.readAllBytes(Path.of("..", "..", "testdata", "photos", "astronaut.jpg"));
    RestAnswer byFile =
        search(
            """
            {"size": 5, "query": {"ocellus": {"image": "%s"}}}"""
                .formatted(Base64.getEncoder().encodeToString(photo)));
    assertEquals(5, byFile.ids().size());
    RestAnswer byId =
        search(
            """
            {"size": 5, "query": {"ocellus": {"image": {"id": "photo-007.jpg"}, "query": "dog",
              "image_weight": 0.7}}}""");
    assertEquals(5, byId.ids().size());
    assertFalse(byId.ids().contains("photo-007.jpg"), "a photo is not like itself");
    assertNotEquals(byFile.ids(), byId.ids());
  }

  @Test
  void otherRequestsTakeItAsWell() {
    long count =
        client.post("/" + INDEX + "/_count", "{\"query\": " + DOGS + "}").at("/count").asLong();
    assertEquals(search("{\"query\": " + DOGS + "}").at("/hits/total/value").asLong(), count);
    RestAnswer best = search("{\"size\": 1, \"query\": " + DOGS + "}");
    String id = URLEncoder.encode(best.ids().getFirst(), StandardCharsets.UTF_8);
    RestAnswer explained =
        client.post("/" + INDEX + "/_explain/" + id, "{\"query\": " + DOGS + "}").expect(200);
    assertEquals(scores(best).getFirst(), explained.at("/explanation/value").asDouble());
    RestAnswer valid =
        client.post("/" + INDEX + "/_validate/query", "{\"query\": " + DOGS + "}").expect(200);
    assertTrue(valid.at("/valid").asBoolean());
  }
}
