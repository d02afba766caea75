package dev.ocellus.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * A folder with the photos of testdata/, and an index of it by the bundled encoder: with their
 * captions, with tags, and marked by the default content policy.
 *
 * @param photos folder of photos
 * @param index folder of the index
 */
public record PhotoLibrary(Path photos, Path index) implements AutoCloseable {

  private static final Path TESTDATA = Path.of("..", "..", "testdata");

  /** What would run in a page that takes names and captions for HTML. */
  public static final String SCRIPT = "<img src=x onerror=document.title=1>";

  /** Each photo once, and one more: a cat whose caption and file name are {@link #SCRIPT}. */
  public static PhotoLibrary once(Path folder) throws IOException {
    PhotoLibrary library = new PhotoLibrary(folder.resolve("photos"), folder.resolve("index"));
    Map<String, List<String>> captions = captions();
    library.copyAll("");
    captions.put(SCRIPT + ".jpg", List.of(SCRIPT + " a sleepy tomcat"));
    Files.copy(TESTDATA.resolve("photos/chelsea.jpg"), library.photos.resolve(SCRIPT + ".jpg"));
    library.index(captions);
    return library;
  }

  /** Each photo many times, in a folder of its own every time. */
  public static PhotoLibrary repeated(Path folder, int times) throws IOException {
    PhotoLibrary library = new PhotoLibrary(folder.resolve("photos"), folder.resolve("index"));
    Map<String, List<String>> captions = captions();
    library.copyAll("copy 1/");
    library.index(inFolders(captions, 1));
    // What has been encoded is not encoded again.
    for (int copy = 2; copy <= times; copy++) {
      library.copyAll("copy " + copy + "/");
    }
    library.index(inFolders(captions, times));
    return library;
  }

  private static Map<String, List<String>> inFolders(
      Map<String, List<String>> captions, int times) {
    Map<String, List<String>> all = new HashMap<>();
    for (int copy = 1; copy <= times; copy++) {
      String in = "copy " + copy + "/";
      captions.forEach((photo, texts) -> all.put(in + photo, texts));
    }
    return all;
  }

  private void copyAll(String to) throws IOException {
    Path target = Files.createDirectories(photos.resolve(to));
    try (Stream<Path> files = Files.list(TESTDATA.resolve("photos"))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  private static Map<String, List<String>> captions() throws IOException {
    Map<String, List<String>> captions = new HashMap<>();
    for (CaptionRow row : CaptionTable.read(TESTDATA.resolve("captions.csv")).rows()) {
      captions.computeIfAbsent(row.image(), photo -> new ArrayList<>()).add(row.text());
    }
    return captions;
  }

  private void index(Map<String, List<String>> captions) throws IOException {
    Path table = photos.resolveSibling("captions.jsonl");
    List<String> rows = new ArrayList<>();
    Map<String, List<String>> tags = tags();
    try (Stream<Path> files = Files.walk(photos)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String photo = photos.relativize(file).toString();
        String name = file.getFileName().toString().replace(".jpg", "");
        for (String caption : captions.getOrDefault(photo, List.of(""))) {
          rows.add(
              new JsonMapper()
                  .writeValueAsString(
                      Map.of(
                          "image", photo,
                          "caption", caption,
                          "tags", tags.getOrDefault(name, List.of()))));
        }
      }
    }
    Files.write(table, rows);
    new PhotoIndexer(
            IndexOptions.of(photos, index).withCaptions(table).withPolicy(ContentPolicy.DEFAULT))
        .run(IndexProgress.NONE);
  }

  private static Map<String, List<String>> tags() {
    Properties photosByTag = new Properties();
    try (InputStream file = PhotoLibrary.class.getResourceAsStream("tags.properties")) {
      photosByTag.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, List<String>> tags = new HashMap<>();
    for (String tag : photosByTag.stringPropertyNames()) {
      for (String photo : photosByTag.getProperty(tag).split(" ")) {
        tags.computeIfAbsent(photo, name -> new ArrayList<>()).add(tag);
      }
    }
    return tags;
  }

  @Override
  public void close() throws IOException {
    IOUtils.rm(photos.getParent());
  }
}
