package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.plugins.PluginsService;

/**
 * Installs the packed zip as {@code opensearch-plugin install file:...} does, which is in no
 * repository: the zip unpacked into a folder of the plugin's name, its descriptor read, the
 * versions compared, its classes compared with the node's. The node itself repeats the checks when
 * it loads the plugin.
 */
public final class PluginInstallation {

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
   * Unpacks the plugin.
   *
   * @param home {@code path.home} of the nodes
   * @return its folder below {@code home/plugins}
   * @throws IllegalStateException if the plugin has a class that a node has too, or is for another
   *     release
   */
  static Path into(Path home) {
    try {
      Path plugins = Files.createDirectories(home.resolve("plugins"));
      Path modules = Files.createDirectories(home.resolve("modules"));
      Path unpacked = Files.createDirectories(home.resolve("installing"));
      unzip(unpacked);
      PluginInfo info = PluginInfo.readFromProperties(unpacked);
      PluginsService.verifyCompatibility(info);
      PluginsService.checkJarHellForPlugin(nodeUrls(unpacked), info, unpacked, plugins, modules);
      return Files.move(unpacked, plugins.resolve(info.getTargetFolderName()));
    } catch (Exception e) {
      throw new IllegalStateException("cannot install " + zip(), e);
    }
  }

  private static Set<URL> nodeUrls(Path plugin) throws IOException {
    Set<URL> urls = new LinkedHashSet<>();
    for (Path entry : NodeJars.classPath(plugin)) {
      urls.add(entry.toUri().toURL());
    }
    return urls;
  }

  private static void unzip(Path folder) throws IOException {
    try (InputStream file = Files.newInputStream(zip());
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
          throw new IOException("the zip's " + entry.getName() + " lies outside of it");
        }
        Files.createDirectories(target.getParent());
        if (!entry.isDirectory()) {
          Files.copy(zip, target);
        }
      }
    }
  }
}
