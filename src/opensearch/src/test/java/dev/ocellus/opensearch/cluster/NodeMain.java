package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A node as a process: runs until its standard input ends, so it never outlives whoever started it.
 * The modules that it needs are on its class path; the plugin is not, it comes from the folder
 * {@code plugins} of {@code path.home}.
 */
final class NodeMain {

  private NodeMain() {}

  /**
   * @param args the folder of the configuration, then settings: {@code key=value}
   */
  public static void main(String[] args) throws Exception {
    Settings.Builder settings = Settings.builder();
    for (String setting : List.of(args).subList(1, args.length)) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    LogConfigurator.registerErrorListener();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings.build(), Map.of(), Path.of(args[0]), () -> "unnamed");
    LogConfigurator.configure(environment);
    try (ProcessNode node = new ProcessNode(environment)) {
      node.start();
      awaitEndOfInput();
    }
    System.exit(0);
  }

  private static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Nothing is said to a node this way but that it shall end.
    }
  }

  private static final class ProcessNode extends Node {

    ProcessNode(Environment environment) {
      super(
          environment,
          List.of(module(Netty4ModulePlugin.class), module(MapperExtrasModulePlugin.class)),
          false);
    }

    private static PluginInfo module(Class<? extends Plugin> plugin) {
      String name = plugin.getName();
      return new PluginInfo(
          name, "module", "NA", Version.CURRENT, "21", name, null, List.of(), false);
    }
  }
}
