package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code opensearch-plugin}: its main class in a process, with the options of its script. */
public final class PluginCommand {

  private static final String MAIN = "org.opensearch.tools.cli.plugin.PluginCli";

  private PluginCommand() {}

  /**
   * How it ended.
   *
   * @param status of the process
   * @param output what it said, errors and questions too
   */
  public record Outcome(int status, String output) {

    /**
     * This, if it ended so.
     *
     * @throws AssertionError otherwise, with what it said
     */
    public Outcome expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError(
            "opensearch-plugin ended with %d instead of %d: %s".formatted(status, wanted, output));
      }
      return this;
    }
  }

  /**
   * Runs it to its end.
   *
   * @param home a {@link Distribution}
   * @param input what it is answered
   * @param arguments such as {@code install file:...}
   */
  public static Outcome run(Path home, String input, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms4m",
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-Dopensearch.path.home=" + home,
            "-Dopensearch.path.conf=" + home.resolve("config"),
            "-Dopensearch.distribution.type=tar",
            "-Dopensearch.bundled_jdk=false",
            "-cp",
            home.resolve("lib") + "/*:" + home.resolve("lib/tools/plugin-cli") + "/*",
            MAIN));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
