package dev.ocellus.server.robust;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.server.OcellusServer;
import dev.ocellus.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Three photos, an index of them and a server over it.
 *
 * @param photos folder with cat.jpg, dog.jpg and castle.jpg
 */
record FewPhotos(Path photos, Path index, OcellusServer server) implements AutoCloseable {

  private static final Path TESTDATA = Path.of("..", "..", "testdata", "photos");
  private static final Map<String, String> FILES =
      Map.of("cat.jpg", "chelsea.jpg", "dog.jpg", "shepherd.jpg", "castle.jpg", "castle.jpg");

  static FewPhotos serve(Path folder, ServerOptions options) throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    Path index = folder.resolve("index");
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Files.copy(TESTDATA.resolve(file.getValue()), photos.resolve(file.getKey()));
    }
    index(photos, index, "A cat.", "A dog.", "A castle.");
    return new FewPhotos(
        photos, index, OcellusServer.start(options.withPort(0), () -> PhotoIndex.open(index)));
  }

  /** Indexes the photos with other captions. */
  static void index(Path photos, Path index, String cat, String dog, String castle)
      throws IOException {
    Path captions = photos.resolveSibling("captions.csv");
    Files.write(
        captions,
        List.of(
            "image,caption",
            "cat.jpg,\"" + cat + "\"",
            "dog.jpg,\"" + dog + "\"",
            "castle.jpg,\"" + castle + "\""));
    new PhotoIndexer(IndexOptions.of(photos, index).withCaptions(captions).withThreads(1))
        .run(IndexProgress.NONE);
  }

  URI address() {
    return server.address();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
