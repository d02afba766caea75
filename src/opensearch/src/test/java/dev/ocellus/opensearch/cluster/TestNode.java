package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One node, a process. Its ports and its folder stay the same however often it is started, so that
 * it comes back as the node that it was.
 */
public final class TestNode {

  private static final long SECONDS_TO_STOP = 60;

  private final String name;
  private final Path folder;
  private final Map<String, String> settings;
  private final NodeProcess launcher;
  private final int transportPort = FreePorts.next();
  private final int httpPort = FreePorts.next();
  private Process process;
  private boolean wanted;

  /**
   * @param folder the node's own: data, configuration, log
   * @param settings of {@code opensearch.yml}
   */
  TestNode(String name, Path folder, Map<String, String> settings, NodeProcess launcher) {
    this.name = name;
    this.folder = folder;
    this.settings = new TreeMap<>(settings);
    this.launcher = launcher;
  }

  /** Its name in the cluster. */
  public String name() {
    return name;
  }

  /** Where it listens for REST requests. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  /** Requests to this node. */
  public RestClient client() {
    return new RestClient(url());
  }

  /** Its configuration: {@code path.conf}. */
  public Path config() {
    return folder.resolve("config");
  }

  /** Its indexes: {@code path.data}. */
  public Path data() {
    return folder.resolve("data");
  }

  /** What it logged, of all its runs. */
  public Path log() {
    return folder.resolve("node.log");
  }

  /** Its process, to measure. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Whether its process runs. */
  public boolean runs() {
    return process != null && process.isAlive();
  }

  /** Whether it was started and neither stopped nor killed, so that its process should run. */
  boolean wanted() {
    return wanted;
  }

  /** Sets a setting for its next start. */
  public void set(String setting, String value) {
    settings.put(setting, value);
  }

  /** Starts its process; {@link TestCluster#awaitNodes} waits until it is of use. */
  public void start() {
    if (runs()) {
      throw new IllegalStateException(name + " runs already");
    }
    Map<String, String> all = new TreeMap<>(settings);
    all.put("node.name", name);
    all.put("transport.port", String.valueOf(transportPort));
    all.put("http.port", String.valueOf(httpPort));
    all.put("path.data", data().toString());
    all.put("path.logs", folder.resolve("logs").toString());
    process = launcher.start(folder, all);
    wanted = true;
  }

  /** Ends it as an operator does: it leaves the cluster and closes its shards. */
  public void stop() {
    wanted = false;
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        throw new AssertionError(name + " did not stop; its log ends:\n" + logTail());
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Ends it as a power cut does. */
  public void kill() {
    wanted = false;
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  String transportAddress() {
    return "127.0.0.1:" + transportPort;
  }

  /** The last lines of its log, for messages. */
  String logTail() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  void deleteData() {
    TestCluster.delete(data());
    TestCluster.delete(folder.resolve("tmp"));
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
