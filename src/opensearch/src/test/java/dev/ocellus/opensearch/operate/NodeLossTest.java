package dev.ocellus.opensearch.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.opensearch.cluster.Poll;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import dev.ocellus.opensearch.cluster.TestNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nodes that are killed, and that restart; each is back in the cluster at a test's end. */
@ExtendWith(SharedCluster.class)
class NodeLossTest {

  private static final int BATCH = 10;

  @AfterEach
  void restartAll(TestCluster cluster) {
    for (TestNode node : cluster.nodes()) {
      if (!node.runs()) {
        restart(cluster, node);
      }
    }
  }

  @Test
  void nothingAcknowledgedIsLostWhenANodeDiesWhileIndexing(TestCluster cluster) throws Exception {
    String index = "ocellus-loss-indexing";
    SortedMap<String, ObjectNode> documents = DerivedDocuments.of(cluster);
    DerivedDocuments.create(cluster, index);
    TestNode victim = cluster.nodes().get(2);
    RestClient client = cluster.nodes().getFirst().client();
    List<String> ids = new ArrayList<>(documents.keySet());
    Set<String> acknowledged = new TreeSet<>();
    CompletableFuture<Void> killed = new CompletableFuture<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      if (from == ids.size() / 3 / BATCH * BATCH) {
        killed = CompletableFuture.runAsync(victim::kill);
      }
      List<String> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
      RestAnswer answer =
          client.post("/" + index + "/_bulk", DerivedDocuments.bulk(documents, batch)).expect(200);
      JsonNode items = answer.at("/items");
      for (int i = 0; i < batch.size(); i++) {
        if (items.get(i).at("/index/status").asInt() < 300) {
          acknowledged.add(batch.get(i));
        }
      }
    }
    killed.get();
    assertTrue(acknowledged.size() > ids.size() * 9 / 10, acknowledged.size() + " acknowledged");
    cluster.awaitNodes(2);
    assertHolds(client, index, acknowledged);
    restart(cluster, victim);
    assertHolds(victim.client(), index, acknowledged);
  }

  private static void assertHolds(RestClient client, String index, Set<String> acknowledged) {
    client.post("/" + index + "/_refresh", "").expect(200);
    RestAnswer all = client.get("/" + index + "/_search?size=1000&_source=false").expect(200);
    assertEquals(0, all.at("/_shards/failed").asInt(), all.body());
    Set<String> lost = new TreeSet<>(acknowledged);
    lost.removeAll(all.ids());
    assertEquals(Set.of(), lost);
  }

  @Test
  void answersGoOnWhenANodeDiesAndWhileAllRestart(TestCluster cluster) throws Exception {
    String index = "ocellus-loss-searching";
    DerivedDocuments.index(cluster, index);
    var before = Searches.found(cluster.client(), index);
    TestNode victim = cluster.nodes().get(1);
    int threads = 2;
    try (SearchLoad load =
        new SearchLoad(threads, index, () -> cluster.nodes().getFirst().client())) {
      awaitMore(load, 20);
      victim.kill();
      awaitMore(load, 40);
      assertGoesOn(load, threads);
    }
    Searches.assertSame(before, Searches.found(cluster.client(), index));
    restart(cluster, victim);
    for (TestNode node : cluster.nodes()) {
      TestNode other = cluster.nodes().get(node == cluster.nodes().getFirst() ? 1 : 0);
      try (SearchLoad load = new SearchLoad(threads, index, other::client)) {
        node.stop();
        awaitMore(load, 10);
        restart(cluster, node);
        assertGoesOn(load, threads);
      }
    }
    Searches.assertSame(before, Searches.found(cluster.client(), index));
  }

  /** Each thread had one search under way when the node went. */
  private static void assertGoesOn(SearchLoad load, int threads) {
    assertEquals(List.of(), load.errors());
    assertTrue(load.cut() <= threads, load.cut() + " searches were cut off");
  }

  private static void awaitMore(SearchLoad load, int answers) {
    long wanted = load.answers() + answers;
    Poll.until(
        Duration.ofMinutes(2),
        () -> load.answers() >= wanted || !load.errors().isEmpty(),
        () -> "no more answers");
  }

  private static void restart(TestCluster cluster, TestNode node) {
    node.start();
    // The others may count it still as the node that it was.
    Poll.until(
        Duration.ofMinutes(3),
        () ->
            node.client()
                .answers("/_cluster/health?timeout=1s&wait_for_nodes=" + SharedCluster.NODES),
        () -> node.name() + " is not back in the cluster; see " + node.log());
    cluster.awaitNodes(SharedCluster.NODES);
    cluster.awaitGreen();
  }
}
