package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nodes that know each other, on this machine. They end with the test's process, however that ends;
 * their logs stay below {@code target/clusters} until the next run.
 */
public final class TestCluster implements AutoCloseable {

  /** More than two cores need for three nodes that start at once while others use them. */
  private static final Duration START = Duration.ofMinutes(3);

  private final Path folder;
  private final List<TestNode> nodes = new ArrayList<>();
  private final Thread atExit = new Thread(this::killAll);

  private TestCluster(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts a cluster and waits until all its nodes are in it.
   *
   * @param name a folder's name, the cluster's too
   * @param nodes at least 1
   * @param settings of every node
   */
  public static TestCluster start(String name, int nodes, Map<String, String> settings) {
    return start(name, nodes, settings, List.of());
  }

  /**
   * @param jvmOptions behind the usual ones, such as another {@code -Xmx}
   * @see #start(String, int, Map)
   */
  public static TestCluster start(
      String name, int nodes, Map<String, String> settings, List<String> jvmOptions) {
    return start(name, nodes, settings, jvmOptions, home -> {});
  }

  /**
   * @param change is done to the nodes' home, with the plugin in it, before they start
   * @see #start(String, int, Map, List)
   */
  public static TestCluster start(
      String name,
      int nodes,
      Map<String, String> settings,
      List<String> jvmOptions,
      Consumer<Path> change) {
    Path folder = Path.of("target", "clusters", name).toAbsolutePath();
    delete(folder);
    TestCluster cluster = new TestCluster(folder);
    Runtime.getRuntime().addShutdownHook(cluster.atExit);
    try {
      cluster.create(name, nodes, settings, jvmOptions, change);
      cluster.nodes.forEach(TestNode::start);
      cluster.awaitNodes(nodes);
      cluster.awaitTemplates();
      return cluster;
    } catch (Throwable e) {
      cluster.close();
      throw e;
    }
  }

  private void create(
      String name,
      int count,
      Map<String, String> settings,
      List<String> jvmOptions,
      Consumer<Path> change) {
    Path home = folder.resolve("home");
    PluginInstallation.into(home);
    change.accept(home);
    NodeProcess launcher = new NodeProcess(home, jvmOptions);
    Map<String, String> shared =
        new TreeMap<>(
            Map.of(
                "cluster.name", name,
                "path.repo", repository().toString(),
                "network.host", "127.0.0.1",
                "node.processors", "2",
                "discovery.find_peers_interval", "200ms",
                "cluster.election.initial_timeout", "200ms",
                "cluster.routing.allocation.disk.threshold_enabled", "false"));
    shared.putAll(settings);
    for (int i = 0; i < count; i++) {
      String node = "node-" + i;
      nodes.add(new TestNode(node, folder.resolve(node), shared, launcher));
    }
    String seeds = joined(TestNode::transportAddress);
    String names = joined(TestNode::name);
    for (TestNode node : nodes) {
      node.set("discovery.seed_hosts", seeds);
      node.set("cluster.initial_cluster_manager_nodes", names);
    }
  }

  private String joined(Function<TestNode, String> property) {
    return nodes.stream().map(property).collect(Collectors.joining(","));
  }

  /** All its nodes, running or not. */
  public List<TestNode> nodes() {
    return List.copyOf(nodes);
  }

  /** Requests to the first node that runs. */
  public RestClient client() {
    return nodes.stream().filter(TestNode::runs).findFirst().orElseThrow().client();
  }

  /** A folder that every node may write snapshots to. */
  public Path repository() {
    return folder.resolve("snapshots");
  }

  /** Makes {@link #repository} known to the cluster. */
  public void registerRepository(String name) {
    client()
        .put(
            "/_snapshot/" + name,
            """
            {"type": "fs", "settings": {"location": "%s"}}"""
                .formatted(repository()))
        .expect(200);
  }

  /** Waits until this many nodes are in the cluster. */
  public void awaitNodes(int count) {
    await(START, "wait_for_nodes=" + count);
  }

  /** The plugin puts its templates into a new cluster once there is one. */
  private void awaitTemplates() {
    Poll.until(
        START,
        () -> client().answers("/_index_template/ocellus"),
        () -> "no index template; " + nodes.getFirst().log() + " may tell why");
  }

  /** Waits until every copy of every shard is started. */
  public void awaitGreen() {
    await(START, "wait_for_status=green&wait_for_no_initializing_shards=true");
  }

  /**
   * Waits until the cluster's health is as wanted.
   *
   * @param condition parameters of {@code GET _cluster/health}
   * @throws AssertionError after that time, or if a node's process ended
   */
  public void await(Duration atMost, String condition) {
    Poll.until(
        atMost,
        () -> {
          for (TestNode node : nodes) {
            if (node.wanted() && !node.runs()) {
              throw new AssertionError(
                  node.name() + " ended; " + node.log() + " ends:\n" + node.logTail());
            }
          }
          return client().answers("/_cluster/health?timeout=1s&" + condition);
        },
        () ->
            "no cluster with "
                + condition
                + nodes.stream()
                    .map(node -> "\n\n" + node.log() + " ends:\n" + node.logTail())
                    .collect(Collectors.joining()));
  }

  /** Ends the nodes and deletes their data; the logs stay. */
  @Override
  public void close() {
    killAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException duringShutdown) {
      return;
    }
    delete(folder.resolve("home"));
    delete(repository());
    for (TestNode node : nodes) {
      node.deleteData();
    }
  }

  private void killAll() {
    nodes.stream().filter(TestNode::runs).forEach(TestNode::kill);
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
