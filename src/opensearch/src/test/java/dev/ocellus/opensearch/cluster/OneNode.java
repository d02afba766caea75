package dev.ocellus.opensearch.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node to try the plugin on: {@code src/opensearch/node}. It says where it listens, and ends with
 * its standard input, or by Ctrl-C; its data are deleted.
 */
final class OneNode {

  private OneNode() {}

  /**
   * @param args the heap, such as 1g, then settings: {@code key=value}
   */
  public static void main(String[] args) throws Exception {
    Map<String, String> settings = new TreeMap<>();
    for (String setting : List.of(args).subList(1, args.length)) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    List<String> heap = List.of("-Xms" + args[0], "-Xmx" + args[0]);
    try (TestCluster cluster = TestCluster.start("one", 1, settings, heap)) {
      System.out.println(cluster.nodes().getFirst().url());
      while (System.in.read() >= 0) {
        // Until whoever started it ends.
      }
    }
  }
}
