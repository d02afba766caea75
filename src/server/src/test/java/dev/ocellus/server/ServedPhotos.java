package dev.ocellus.server;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The photos of testdata in an index that is made once for all tests and not to be changed. Animals
 * are tagged so, birds by both; one photo is in a folder with a name that addresses have to escape.
 */
public final class ServedPhotos {

  private static final Path TESTDATA = Path.of("..", "..", "testdata");

  /** All photos. */
  public static final Path ALL = TESTDATA.resolve("photos");

  /** Photos that decoders get wrong. */
  public static final Path AWKWARD = TESTDATA.resolve("awkward");

  /** The id of a photo whose name has what addresses escape. */
  public static final String ESCAPED = "a b/50% & #1+ё.jpg";

  /** A caption that would be a script, were it ever read as HTML. */
  public static final String SCRIPT = "A cat <img src=x onerror=alert(1)> & \"quotes\" looks up.";

  private ServedPhotos() {}

  /** The index. */
  public static Path index() {
    return Shared.FOLDER.resolve("index");
  }

  /** The folder of its photos. */
  public static Path photos() {
    return Shared.FOLDER.resolve("photos");
  }

  /** Starts a server over it at a free port. */
  public static OcellusServer serve(ServerOptions options) throws IOException {
    return serve(options, index());
  }

  /** Starts a server over an index at a free port. */
  public static OcellusServer serve(ServerOptions options, Path index) throws IOException {
    return OcellusServer.start(options.withPort(0), () -> PhotoIndex.open(index));
  }

  /** Makes an index of its own, that a test may change, of the first photos of a folder. */
  public static Path index(Path photos, Path index, String... lines) throws IOException {
    return index(photos, index, false, lines);
  }

  /** The same, marked by the default policy, or by none. */
  public static Path index(Path photos, Path index, boolean marked, String... lines)
      throws IOException {
    Path table = Files.createTempFile("ocellus-captions-", ".csv");
    try {
      Files.write(table, List.of(lines));
      IndexOptions options =
          IndexOptions.of(photos, index).withCaptions(lines.length == 0 ? null : table);
      new PhotoIndexer(marked ? options.withPolicy("default") : options).run(IndexProgress.NONE);
      return index;
    } finally {
      Files.delete(table);
    }
  }

  /** Copies photos of testdata into a folder. */
  public static Path copy(Path folder, String... names) throws IOException {
    Files.createDirectories(folder);
    for (String name : names) {
      Files.copy(ALL.resolve(name), folder.resolve(name));
    }
    return folder;
  }

  private static List<String> table() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("image,caption,tags");
    List<String> captions = Files.readAllLines(TESTDATA.resolve("captions.csv"));
    for (String line : captions.subList(1, captions.size())) {
      String image = line.substring(0, line.indexOf(','));
      String tags =
          switch (image) {
            case "duck.jpg", "gosling.jpg", "hens.jpg", "kingfisher.jpg", "owl.jpg" ->
                "animal;bird";
            case "chelsea.jpg", "kitten.jpg", "cow.jpg", "shepherd.jpg", "spaniels.jpg" -> "animal";
            default -> "";
          };
      lines.add(line + "," + tags);
    }
    lines.add("\"" + ESCAPED + "\",\"" + SCRIPT.replace("\"", "\"\"") + "\",animal");
    return lines;
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final Path FOLDER = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("ocellus-server-test-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Path photos = folder.resolve("photos");
        try (Stream<Path> files = Files.list(ALL)) {
          for (Path file : files.toList()) {
            Files.createDirectories(photos);
            Files.copy(file, photos.resolve(file.getFileName()));
          }
        }
        Path escaped = photos.resolve(ESCAPED);
        Files.createDirectories(escaped.getParent());
        Files.copy(ALL.resolve("chelsea.jpg"), escaped);
        index(photos, folder.resolve("index"), table().toArray(String[]::new));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
