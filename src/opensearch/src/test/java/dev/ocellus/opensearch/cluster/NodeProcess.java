package dev.ocellus.opensearch.cluster;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts nodes' processes, each with the options of a small production node. */
final class NodeProcess {

  private static final String LOGGING = "log4j2.properties";

  private final String classPath;
  private final List<String> jvmOptions;

  /**
   * @param classPath of a node without its plugins
   * @param jvmOptions behind the usual ones
   */
  NodeProcess(List<Path> classPath, List<String> jvmOptions) {
    this.classPath =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
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
            "-Djava.awt.headless=true",
            "-Djna.nosys=true",
            "-Dlog4j2.disable.jmx=true",
            "-Dio.netty.noUnsafe=true",
            "-Djava.io.tmpdir=" + temporary));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", classPath, NodeMain.class.getName(), config.toString()));
    settings.forEach((name, value) -> command.add(name + "=" + value));
    return command;
  }
}
