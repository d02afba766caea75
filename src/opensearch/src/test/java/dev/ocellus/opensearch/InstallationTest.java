package dev.ocellus.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.opensearch.cluster.Distribution;
import dev.ocellus.opensearch.cluster.PluginCommand;
import dev.ocellus.opensearch.cluster.PluginCommand.Outcome;
import dev.ocellus.opensearch.cluster.PluginInstallation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.opensearch.Version;

/** What an operator does with {@code opensearch-plugin}, in this order. */
@TestMethodOrder(OrderAnnotation.class)
class InstallationTest {

  private static final String ZIP = PluginInstallation.zip().toUri().toString();

  @TempDir static Path temp;

  private static Path home;

  @BeforeAll
  static void layOut() {
    home = Distribution.layOut(temp.resolve("opensearch"));
  }

  @Test
  @Order(1)
  void itAsksForItsOnePermissionAndIsNotInstalledWithoutIt() throws IOException {
    Outcome outcome = PluginCommand.run(home, "n\n", "install", ZIP);
    assertSays(outcome, "WARNING: plugin requires additional permissions");
    List<String> permissions =
        outcome.output().lines().filter(line -> line.startsWith("* ")).toList();
    assertEquals(List.of("* java.io.FilePermission <<ALL FILES>> read,readlink"), permissions);
    assertSays(outcome, "installation aborted by user");
    assertEquals(List.of(), plugins());
  }

  @Test
  @Order(2)
  void itIsInstalledAndListed() throws IOException {
    Outcome outcome = PluginCommand.run(home, "y\n", "install", ZIP).expect(0);
    assertSays(outcome, "-> Installed ocellus with folder name ocellus");
    assertEquals(List.of("ocellus"), plugins());
    assertEquals("ocellus", PluginCommand.run(home, "", "list").expect(0).output().strip());
  }

  @Test
  @Order(3)
  void itIsNotInstalledTwice() {
    Outcome outcome = PluginCommand.run(home, "", "install", "--batch", ZIP);
    assertTrue(outcome.status() != 0);
    assertSays(outcome, "already exists; if you need to update the plugin, uninstall it first");
  }

  @Test
  @Order(4)
  void itIsRemovedWithoutATrace() throws IOException {
    PluginCommand.run(home, "", "remove", "ocellus").expect(0);
    assertEquals(List.of(), plugins());
  }

  @Test
  @Order(5)
  void oneForAnotherReleaseIsRefused() throws IOException {
    Path zip = temp.resolve("other.zip");
    String descriptor =
        """
        name=ocellus
        description=for another release
        version=0.1.0
        opensearch.version=3.8.0
        java.version=21
        classname=dev.ocellus.opensearch.OcellusPlugin
        """;
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("plugin-descriptor.properties"));
      out.write(descriptor.getBytes(StandardCharsets.UTF_8));
    }
    Outcome outcome = PluginCommand.run(home, "", "install", "--batch", zip.toUri().toString());
    assertTrue(outcome.status() != 0);
    assertSays(
        outcome,
        "was built for OpenSearch version 3.8.0 but version %s is running"
            .formatted(Version.CURRENT));
    assertEquals(List.of(), plugins());
  }

  private static List<String> plugins() throws IOException {
    try (Stream<Path> folders = Files.list(home.resolve("plugins"))) {
      return folders.map(folder -> folder.getFileName().toString()).toList();
    }
  }

  private static void assertSays(Outcome outcome, String what) {
    assertTrue(outcome.output().contains(what), outcome.output());
  }
}
