package dev.ocellus.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.opensearch.cluster.NodeJars;
import dev.ocellus.opensearch.cluster.PluginInstallation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.opensearch.Version;

/** What an operator installs. */
class PluginZipTest {

  @Test
  void bringsNoJarThatTheNodeHas() throws IOException {
    Set<String> nodes =
        NodeJars.ofDistribution(Path.of(System.getProperty("ocellus.dependency.tree")));
    assertTrue(
        nodes.containsAll(List.of("opensearch-3", "lucene-core-10", "jna-5", "log4j-api-2")));
    Set<String> both = new TreeSet<>();
    for (String jar : entries()) {
      if (jar.endsWith(".jar") && nodes.contains(NodeJars.artifact(jar))) {
        both.add(jar);
      }
    }
    assertEquals(Set.of(), both);
  }

  @Test
  void hasEverythingAtItsRoot() throws IOException {
    List<String> entries = entries();
    assertTrue(entries.contains("plugin-descriptor.properties"), entries.toString());
    assertTrue(entries.containsAll(List.of("LICENSE", "NOTICE")), entries.toString());
    assertTrue(entries.stream().noneMatch(entry -> entry.contains("/")), entries.toString());
  }

  @Test
  void isForTheReleaseThatItIsBuiltWith() throws IOException {
    Properties descriptor = new Properties();
    try (ZipFile zip = new ZipFile(PluginInstallation.zip().toFile())) {
      descriptor.load(zip.getInputStream(zip.getEntry("plugin-descriptor.properties")));
    }
    assertEquals("ocellus", descriptor.getProperty("name"));
    assertEquals(Version.CURRENT.toString(), descriptor.getProperty("opensearch.version"));
    assertEquals(OcellusPlugin.class.getName(), descriptor.getProperty("classname"));
    assertEquals("21", descriptor.getProperty("java.version"));
    assertEquals(
        "ocellus-opensearch-%s-%s.zip"
            .formatted(Version.CURRENT, descriptor.getProperty("version")),
        PluginInstallation.zip().getFileName().toString());
  }

  /** Two builds give the same bytes: no entry carries the time of its build. */
  @Test
  void carriesNoTimeOfItsBuild() throws IOException {
    try (ZipFile zip = new ZipFile(PluginInstallation.zip().toFile())) {
      assertEquals(1, zip.stream().map(ZipEntry::getTime).distinct().count());
    }
  }

  private static List<String> entries() throws IOException {
    try (ZipFile zip = new ZipFile(PluginInstallation.zip().toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }
}
