package dev.ocellus.opensearch.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Searches by the queries of testdata/. */
final class Searches {

  private static final int TOP = 10;

  /** Texts as people would type them. */
  static final List<String> QUERIES = queries();

  private Searches() {}

  private static List<String> queries() {
    try {
      return Files.readAllLines(FolderIndexing.TESTDATA.resolve("queries.csv")).stream()
          .skip(1)
          .map(line -> line.split(",", 3)[2].replace("\"", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One search of ten hits, with the words' statistics of the whole index. */
  static RestAnswer search(RestClient client, String index, String query) {
    return search(client, index, query, "dfs_query_then_fetch");
  }

  /**
   * @param type OpenSearch's search type; a search with dfs fails when a node goes between its two
   *     visits, one without asks another copy
   */
  static RestAnswer search(RestClient client, String index, String query, String type) {
    return client.post(
        "/" + index + "/_search?search_type=" + type,
        """
        {"size": %d, "_source": false, "query": {"ocellus": {"query": "%s"}}}"""
            .formatted(TOP, query));
  }

  /** Compares what {@link #found} gave: the same photos with the same scores. */
  static void assertSame(
      Map<String, Map<String, Double>> before, Map<String, Map<String, Double>> now) {
    assertEquals(before.keySet(), now.keySet());
    before.forEach(
        (query, hits) -> {
          assertEquals(hits.keySet(), now.get(query).keySet(), query);
          hits.forEach(
              (photo, score) ->
                  assertEquals(score, now.get(query).get(photo), query + ": " + photo));
        });
  }

  /** What the first queries find: ids and scores, by query. */
  static Map<String, Map<String, Double>> found(RestClient client, String index) {
    Map<String, Map<String, Double>> found = new TreeMap<>();
    for (String query : QUERIES.subList(0, 10)) {
      RestAnswer answer = search(client, index, query).expect(200);
      if (answer.at("/_shards/failed").asInt() > 0) {
        throw new AssertionError(answer.body());
      }
      Map<String, Double> hits = new TreeMap<>();
      for (JsonNode hit : answer.at("/hits/hits")) {
        hits.put(hit.get("_id").asText(), hit.get("_score").asDouble());
      }
      found.put(query, hits);
    }
    return found;
  }
}
