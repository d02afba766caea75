package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.IndexException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks whether what answers is a cluster that can take photos. */
final class ClusterCheck {

  private static final String PLUGIN = "ocellus";

  private final ClusterClient client;

  ClusterCheck(ClusterClient client) {
    this.client = client;
  }

  /**
   * @throws ClusterException if nothing answers
   * @throws IndexException if it is no OpenSearch, does not let the user in, or lacks the plugin
   */
  void check() throws IOException {
    checkOpenSearch();
    checkPlugin();
  }

  private void checkOpenSearch() throws IOException {
    Object server = client.address().server();
    ClusterAnswer answer = client.sendOnce("GET", "/");
    if (answer.status() == 401) {
      throw new IndexException(
          server + " wants a login: --user NAME:PASSWORD, or --bearer TOKEN, is missing or wrong");
    }
    if (answer.isForTheMoment()) {
      answer = client.send("GET", "/");
    }
    JsonNode version = answer.body().path("version");
    if (version.path("distribution").asText().equals("opensearch")) {
      return;
    }
    String number = version.path("number").asText();
    throw new IndexException(
        "%s is no OpenSearch (%s)"
            .formatted(
                server,
                number.isEmpty()
                    ? "it answers GET / by HTTP status " + answer.status() + " and no version"
                    : "it says that it is version "
                        + number
                        + " of "
                        + version.path("build_flavor").asText("another product")));
  }

  private void checkPlugin() throws IOException {
    ClusterAnswer answer =
        client.send("GET", "/_nodes/plugins?filter_path=nodes.*.name,nodes.*.plugins.name");
    if (!answer.isOk()) {
      return; // Not everybody may ask that; without the plugin the index cannot be made either.
    }
    List<String> without = new ArrayList<>();
    JsonNode nodes = answer.body().path("nodes");
    for (JsonNode node : nodes) {
      if (!node.path("plugins").findValuesAsText("name").contains(PLUGIN)) {
        without.add(node.path("name").asText());
      }
    }
    if (!without.isEmpty()) {
      throw new IndexException(
          "%s: Ocellus's plugin is not installed on %s; install it on every node (bin/opensearch-plugin install) and restart them"
              .formatted(
                  client.address().server(),
                  without.size() == nodes.size()
                      ? "any node"
                      : "the nodes " + String.join(", ", without)));
    }
  }
}
