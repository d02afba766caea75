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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jars that a node has without the plugin, each named with its major version: Jackson 2 and 3
 * have names in common, and no class.
 */
public final class NodeJars {

  private static final Pattern ARTIFACT =
      Pattern.compile(
          "^(?<indent>[|+\\\\ -]*)\\(?(?<group>[^:( ]+):(?<name>[^:]+):jar:(?<major>[0-9]+).*$");

  /** Versions begin with a digit. */
  private static final Pattern JAR = Pattern.compile("(?<name>.+?)-(?<major>[0-9]+).*\\.jar");

  /** Of what this module itself depends on. */
  private static final int INDENT = "+- ".length();

  private NodeJars() {}

  /**
   * What org.opensearch:opensearch and its plugin class loader depend on, and they themselves, with
   * the logger: the folder {@code lib} of the distribution.
   *
   * @param tree what {@code dependency:tree} wrote, verbose
   */
  public static Set<String> ofDistribution(Path tree) {
    return below(
        tree,
        root ->
            root.group("group").equals("org.opensearch")
                || root.group("name").equals("log4j-core"));
  }

  /**
   * What a module of the distribution has of its own.
   *
   * @param tree what {@code dependency:tree} wrote, verbose
   * @param artifact the module's
   */
  static Set<String> ofModule(Path tree, String artifact) {
    Set<String> names = below(tree, root -> root.group("name").equals(artifact));
    names.removeAll(ofDistribution(tree));
    return names;
  }

  /** The jars of the tests' class path that are named. */
  static List<Path> onClassPath(Set<String> artifacts) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> entry.toString().endsWith(".jar"))
        .filter(jar -> artifacts.contains(artifact(jar.getFileName().toString())))
        .toList();
  }

  /** A jar's artifact, with its major version. */
  public static String artifact(String jar) {
    Matcher matcher = JAR.matcher(jar);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(jar + " is not called name-version.jar");
    }
    return release(matcher);
  }

  private static Set<String> below(Path tree, Predicate<Matcher> isRoot) {
    Set<String> names = new TreeSet<>();
    boolean below = false;
    for (String line : lines(tree)) {
      Matcher artifact = ARTIFACT.matcher(line);
      if (!artifact.matches()) {
        continue;
      }
      if (artifact.group("indent").length() <= INDENT) {
        below = isRoot.test(artifact);
      }
      if (below) {
        names.add(release(artifact));
      }
    }
    return names;
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
