package dev.ocellus.lucene.search;

import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.TestPhotos;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The photos of testdata with tags and stars, one of them twice, and one without captions. */
public final class RequestFixture {

  /** A copy of chelsea.jpg under another name, without captions. */
  static final String COPY = "copies/cat.jpg";

  private RequestFixture() {}

  /** Indexes them in a folder. */
  public static PhotoIndex index(Path folder) throws IOException {
    Path photos = folder.resolve("photos");
    try (var files = Files.list(TestPhotos.ALL)) {
      for (Path file : files.toList()) {
        TestPhotos.copy(file.getFileName().toString(), photos.resolve(file.getFileName()));
      }
    }
    TestPhotos.copy("chelsea.jpg", photos.resolve(COPY));
    Path table = Files.write(folder.resolve("captions.csv"), table());
    new PhotoIndexer(IndexOptions.of(photos, folder.resolve("index")).withCaptions(table))
        .run(IndexProgress.NONE);
    return PhotoIndex.open(folder.resolve("index"));
  }

  /** Animals are tagged so, birds by both; the stars are the length of the photo's name. */
  private static List<String> table() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("image,caption,tags,stars");
    List<String> captions = Files.readAllLines(TestPhotos.CAPTIONS);
    for (String line : captions.subList(1, captions.size())) {
      String image = line.substring(0, line.indexOf(','));
      String caption = line.substring(image.length() + 1);
      String tags =
          switch (image) {
            case "duck.jpg", "gosling.jpg", "hens.jpg", "kingfisher.jpg", "owl.jpg" ->
                "animal;bird";
            case "chelsea.jpg", "kitten.jpg", "cow.jpg", "shepherd.jpg", "spaniels.jpg" -> "animal";
            default -> "";
          };
      lines.add(
          "%s,\"%s\",%s,%d"
              .formatted(image, caption.replace("\"", ""), tags, image.length() - ".jpg".length()));
    }
    return lines;
  }

  static List<String> ids(SearchResponse response) {
    return response.hits().stream().map(Hit::id).toList();
  }

  /** All photos that a text finds, best first. */
  static List<String> all(PhotoIndex index, String text) throws IOException {
    return ids(index.search(SearchRequest.of(text).withTop(1000)));
  }
}
