package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The packed zip, installed by {@code opensearch-plugin}: once for all clusters of a run, whose
 * homes share its files.
 */
public final class PluginInstallation {

  private static Path installed;

  private PluginInstallation() {}

  /** The zip that the build made. */
  public static Path zip() {
    String zip = System.getProperty("ocellus.plugin.zip");
    if (zip == null || !Files.exists(Path.of(zip))) {
      throw new IllegalStateException(
          "no plugin zip: run these tests by `mvn -pl src/opensearch -am integration-test`");
    }
    return Path.of(zip);
  }

  /**
   * Makes a home of nodes that have the plugin.
   *
   * @param home need not be there
   */
  static synchronized void into(Path home) {
    if (installed == null) {
      Path first = Distribution.layOut(Path.of("target", "home").toAbsolutePath());
      PluginCommand.run(first, "", "install", "--batch", zip().toUri().toString()).expect(0);
      installed = first;
    }
    try {
      Distribution.link(installed, home);
      Files.createDirectories(home.resolve("config"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
