package dev.ocellus.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plugin, unpacked from its zip and loaded by the nodes of a cluster. */
@ExtendWith(SharedCluster.class)
class InstalledPluginTest {

  @Test
  void everyNodeLoadsIt(TestCluster cluster) {
    JsonNode plugins = cluster.client().get("/_cat/plugins?format=json").expect(200).json();
    Set<String> nodes = new TreeSet<>();
    for (JsonNode plugin : plugins) {
      if (plugin.get("component").asText().equals("ocellus")) {
        nodes.add(plugin.get("name").asText());
      }
    }
    assertEquals(Set.of("node-0", "node-1", "node-2"), nodes, plugins.toString());
  }

  @Test
  void nodesFormOneCluster(TestCluster cluster) {
    JsonNode health = cluster.client().get("/_cluster/health").expect(200).json();
    assertEquals(SharedCluster.NODES, health.get("number_of_nodes").asInt(), health.toString());
  }
}
