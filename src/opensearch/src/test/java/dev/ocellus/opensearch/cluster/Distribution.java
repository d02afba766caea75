package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.opensearch.Version;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A home of OpenSearch as its distribution has it, which is in no repository, made of the published
 * jars that it consists of: {@code lib}, {@code modules}, the Java agent, {@code
 * opensearch-plugin}. The build has put the last two beside the plugin's zip, of the latest
 * releases there are.
 */
public final class Distribution {

  /** What the module does that all nodes need: talk. */
  private static final String NETTY_POLICY =
      """
      grant {
        permission java.net.SocketPermission "*", "accept,connect";
        permission java.io.FilePermission "/proc/sys/net/core/somaxconn", "read";
      };
      """;

  private Distribution() {}

  /**
   * Makes a home without any plugin.
   *
   * @param home is emptied
   */
  public static Path layOut(Path home) {
    TestCluster.delete(home);
    Path tree = PluginInstallation.zip().resolveSibling("dependency-tree.txt");
    try {
      link(PluginInstallation.zip().resolveSibling("distribution"), home);
      link(NodeJars.onClassPath(NodeJars.ofDistribution(tree)), home.resolve("lib"));
      Path netty = module(home, tree, "transport-netty4", Netty4ModulePlugin.class);
      Files.writeString(netty.resolve(PluginInfo.OPENSEARCH_PLUGIN_POLICY), NETTY_POLICY);
      module(home, tree, "mapper-extras", MapperExtrasModulePlugin.class);
      Files.createDirectories(home.resolve("plugins"));
      Files.createDirectories(home.resolve("config"));
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path module(Path home, Path tree, String name, Class<? extends Plugin> plugin)
      throws IOException {
    Path folder = home.resolve("modules").resolve(name);
    link(NodeJars.onClassPath(NodeJars.ofModule(tree, name + "-client")), folder);
    List<String> descriptor =
        List.of(
            "name=" + name,
            "description=a module of the distribution",
            "version=" + Version.CURRENT,
            "opensearch.version=" + Version.CURRENT,
            "java.version=21",
            "classname=" + plugin.getName());
    Files.write(folder.resolve(PluginInfo.OPENSEARCH_PLUGIN_PROPERTIES), descriptor);
    return folder;
  }

  /** The agent's jar; what it needs lies beside it. */
  static Path agent(Path home) {
    try (Stream<Path> jars = Files.list(home.resolve("agent"))) {
      return jars.filter(jar -> jar.getFileName().toString().matches("opensearch-agent-[0-9].*"))
          .findAny()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder and all below; jars become links, and others copies, which may be changed. */
  static void link(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        link(List.of(file), target.getParent());
      }
    }
  }

  private static void link(Collection<Path> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Path file : files) {
      Path target = folder.resolve(file.getFileName().toString());
      try {
        if (file.toString().endsWith(".jar")) {
          Files.createLink(target, file);
          continue;
        }
      } catch (UnsupportedOperationException | FileSystemException elsewhere) {
        // On another file system: copied.
      }
      Files.copy(file, target);
    }
  }
}
