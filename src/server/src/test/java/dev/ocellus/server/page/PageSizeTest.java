package dev.ocellus.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page stays small, whole, and on its own: it loads nothing from elsewhere. */
class PageSizeTest {

  private static final int MOST_BYTES = 100_000;

  /** What names another file of the page: imports, and addresses under /assets/. */
  private static final Pattern NAMED =
      Pattern.compile("(?:from|import) '(\\.[^']+)'|/assets/([\\w./-]+)");

  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:https?:)?//[a-z][\\w.-]*\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE);

  @Test
  void allFilesTogetherHaveLessThan100Kilobytes() throws Exception {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    assertTrue(bytes < MOST_BYTES, "the page's files have " + bytes + " bytes");
  }

  @Test
  void everyFileIsNamedByAnotherAndEveryNameIsAFile() throws Exception {
    Path root = root();
    Set<String> named =
        files().stream().flatMap(file -> named(root, file)).collect(Collectors.toSet());
    named.add("index.html");
    Set<String> there = files().stream().map(file -> name(root, file)).collect(Collectors.toSet());
    assertEquals(there, named);
  }

  @Test
  void nothingComesFromElsewhereAndNothingIsInline() throws Exception {
    for (Path file : files()) {
      String text = text(file).replace("http://www.w3.org/2000/svg", "");
      assertTrue(!ELSEWHERE.matcher(text).find(), file + " names another host");
      assertTrue(!text.contains("innerHTML"), file + " writes markup");
    }
    String page = text(root().resolve("index.html"));
    assertTrue(!page.contains("<style") && !page.contains(" style=") && !page.contains("<script>"));
  }

  private static Path root() throws URISyntaxException {
    return Path.of(PageFiles.class.getResource("index.html").toURI()).getParent();
  }

  private static List<Path> files() throws IOException, URISyntaxException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root())) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".class"))
          .forEach(files::add);
    }
    return files;
  }

  private static Stream<String> named(Path root, Path file) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAMED.matcher(text(file));
    while (matcher.find()) {
      names.add(
          matcher.group(1) == null
              ? matcher.group(2)
              : name(root, file.resolveSibling(matcher.group(1)).normalize()));
    }
    return names.stream();
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
