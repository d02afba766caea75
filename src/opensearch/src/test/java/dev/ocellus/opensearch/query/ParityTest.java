package dev.ocellus.opensearch.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ranking of three shards is that of one embedded index of the same photos. */
@ExtendWith(SharedCluster.class)
class ParityTest {

  private static final Path QUERIES = Path.of("..", "..", "testdata", "queries.csv");
  private static final int TOP = 20;
  private static final double SAME = 1e-4;

  private static PhotoIndex embedded;
  private static List<String> queries;

  @BeforeAll
  static void index(TestCluster cluster) throws IOException {
    List<IndexedPhoto> photos = DerivedPhotos.all();
    embedded = PhotoIndex.open(DerivedPhotos.embedded());
    ClusterPhotos.create(
        cluster.client(), "parity", "\"number_of_shards\": 3, \"number_of_replicas\": 1");
    ClusterPhotos.add(cluster.client(), "parity", photos);
    queries =
        Files.readAllLines(QUERIES).stream()
            .skip(1)
            .limit(50)
            .map(line -> line.split(",", 3)[2].replace("\"", ""))
            .toList();
  }

  @AfterAll
  static void close() throws IOException {
    embedded.close();
  }

  private static RestAnswer search(TestCluster cluster, String query, String type) {
    return cluster
        .client()
        .post(
            "/parity/_search?search_type=" + type,
            """
            {"size": %d, "_source": false, "query": {"ocellus": {"query": "%s", "window": 500}}}"""
                .formatted(TOP, query))
        .expect(200);
  }

  private static List<Hit> expected(String query) throws IOException {
    return embedded.search(SearchRequest.of(query).withTop(TOP)).hits();
  }

  @Test
  void fiftyQueriesRankAndScoreAsEmbedded(TestCluster cluster) throws IOException {
    assertEquals(50, queries.size());
    for (String query : queries) {
      RestAnswer answer = search(cluster, query, "dfs_query_then_fetch");
      JsonNode hits = answer.at("/hits/hits");
      List<Hit> expected = expected(query);
      assertEquals(expected.size(), hits.size(), query);
      for (int i = 0; i < expected.size(); i++) {
        String where = query + ", rank " + i + ": " + hits.get(i);
        assertEquals(expected.get(i).score(), hits.get(i).get("_score").asDouble(), SAME, where);
        if (!isTied(expected, i)) {
          assertEquals(expected.get(i).id(), hits.get(i).get("_id").asText(), where);
        }
      }
    }
  }

  /** Whether rounding may exchange the hit and one of its neighbours. */
  private static boolean isTied(List<Hit> hits, int i) {
    float score = hits.get(i).score();
    return i > 0 && hits.get(i - 1).score() - score < SAME
        || i + 1 == hits.size()
        || score - hits.get(i + 1).score() < SAME;
  }

  /** Without dfs every shard knows its own words alone; what that does is stated in the docs. */
  @Test
  void withoutDfsOnlyTheStatisticsOfWordsDrift(TestCluster cluster) throws IOException {
    double most = 0;
    double sum = 0;
    int same = 0;
    int compared = 0;
    for (String query : queries) {
      JsonNode hits = search(cluster, query, "query_then_fetch").at("/hits/hits");
      List<Hit> expected = expected(query);
      List<String> ids = expected.stream().map(Hit::id).toList();
      for (JsonNode hit : hits) {
        int rank = ids.indexOf(hit.get("_id").asText());
        compared++;
        if (rank >= 0) {
          same++;
          double drift = Math.abs(expected.get(rank).score() - hit.get("_score").asDouble());
          most = Math.max(most, drift);
          sum += drift;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "drift without dfs: %d of %d hits are the same, scores drift by %.4f on average, %.4f at most%n",
        same,
        compared,
        sum / same,
        most);
    assertTrue(same > .9 * compared, same + " of " + compared);
    assertTrue(most < .2, "drift " + most);
  }
}
