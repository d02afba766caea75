package dev.ocellus.opensearch.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jars that a node has without the plugin. */
public final class NodeJars {

  private static final Pattern ARTIFACT =
      Pattern.compile(
          "^(?<indent>[|+\\\\ -]*)\\(?(?<group>[^:( ]+):(?<name>[^:]+):jar:(?<major>[0-9]+).*$");

  /** Versions begin with a digit. */
  private static final Pattern JAR = Pattern.compile("(?<name>.+?)-(?<major>[0-9]+).*\\.jar");

  private NodeJars() {}

  /**
   * The class path of a node's process: the tests' own, without what the plugin brings, for a node
   * refuses a plugin with classes that it has itself.
   *
   * @param plugin the unpacked plugin
   */
  static List<Path> classPath(Path plugin) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> !entry.endsWith(Path.of("target", "classes")))
        .filter(entry -> !Files.exists(plugin.resolve(entry.getFileName())))
        .toList();
  }

  /**
   * The artifacts that org.opensearch:opensearch depends on, and itself: what the folder {@code
   * lib} of the distribution has. Each with its major version: Jackson 2 and 3 have names in
   * common, and no class.
   *
   * @param tree what {@code dependency:tree} wrote, verbose
   */
  public static Set<String> ofDistribution(Path tree) {
    Set<String> names = new TreeSet<>();
    int depthOfNode = Integer.MAX_VALUE;
    for (String line : lines(tree)) {
      Matcher artifact = ARTIFACT.matcher(line);
      if (!artifact.matches()) {
        continue;
      }
      int depth = artifact.group("indent").length();
      if (depth <= depthOfNode) {
        depthOfNode = artifact.group("group").equals("org.opensearch") ? depth : Integer.MAX_VALUE;
      }
      if (depth >= depthOfNode) {
        names.add(release(artifact));
      }
    }
    return names;
  }

  /** A jar's artifact, with its major version. */
  public static String artifact(String jar) {
    Matcher matcher = JAR.matcher(jar);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(jar + " is not called name-version.jar");
    }
    return release(matcher);
  }

  private static String release(Matcher matcher) {
    return matcher.group("name") + "-" + matcher.group("major");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
