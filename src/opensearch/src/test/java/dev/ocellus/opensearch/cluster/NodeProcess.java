package dev.ocellus.opensearch.cluster;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts nodes' processes as {@code bin/opensearch} does, each with the options of a small
 * production node: OpenSearch's main class, behind the Java agent that enforces its policies.
 */
final class NodeProcess {

  private static final String LOGGING = "log4j2.properties";

  private final Path home;
  private final List<String> jvmOptions;

  /**
   * @param home of all nodes, with their plugins
   * @param jvmOptions behind the usual ones
   */
  NodeProcess(Path home, List<String> jvmOptions) {
    this.home = home;
    this.jvmOptions = List.copyOf(jvmOptions);
  }

  /**
   * @param folder the node's own
   * @param settings all of them
   */
  Process start(Path folder, Map<String, String> settings) {
    try {
      Path config = Files.createDirectories(folder.resolve("config"));
      Path temporary = Files.createDirectories(folder.resolve("tmp"));
      try (InputStream logging = NodeProcess.class.getResourceAsStream(LOGGING)) {
        Files.write(config.resolve(LOGGING), logging.readAllBytes());
      }
      ProcessBuilder builder = new ProcessBuilder(command(config, temporary, settings));
      // Nodes must not keep more memory than they use: several share a machine with the tests.
      builder.environment().put("MALLOC_ARENA_MAX", "2");
      builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
      builder.redirectErrorStream(true);
      builder.redirectOutput(Redirect.appendTo(folder.resolve("node.log").toFile()));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(Path config, Path temporary, Map<String, String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms256m",
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Dopensearch.networkaddress.cache.ttl=60",
            "-Dopensearch.networkaddress.cache.negative.ttl=10",
            "-XX:-OmitStackTraceInFastThrow",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Djna.nosys=true",
            "-Dio.netty.noUnsafe=true",
            "-Dio.netty.noKeySetOptimization=true",
            "-Dio.netty.recycler.maxCapacityPerThread=0",
            "-Dlog4j.shutdownHookEnabled=false",
            "-Dlog4j2.disable.jmx=true",
            "-Djava.locale.providers=SPI,CLDR",
            "-Djava.io.tmpdir=" + temporary,
            "-javaagent:" + Distribution.agent(home),
            "-Dopensearch.path.home=" + home,
            "-Dopensearch.path.conf=" + config,
            "-Dopensearch.distribution.type=tar",
            "-Dopensearch.bundled_jdk=false"));
    if (System.getProperty("user.name").equals("root")) {
      // OpenSearch refuses to run as root, as builds in containers do, if it can find that out.
      command.addAll(List.of("-Djna.boot.library.path=none", "-Djna.noclasspath=true"));
    }
    command.addAll(jvmOptions);
    String classPath = home.resolve("lib") + "/*" + File.pathSeparator + ownClasses();
    command.addAll(List.of("-cp", classPath, NodeMain.class.getName()));
    settings.forEach((name, value) -> command.add("-E" + name + "=" + value));
    return command;
  }

  private static Path ownClasses() {
    try {
      return Path.of(NodeMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
