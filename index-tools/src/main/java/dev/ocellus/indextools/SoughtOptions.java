package dev.ocellus.indextools;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.search.Picture;
import dev.ocellus.lucene.search.PictureQuery;
import dev.ocellus.lucene.search.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is searched for: a text, a picture, and how they are read. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SoughtOptions {

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "Find photos like this one, with TEXT: like both.")
  private @Nullable Path image;

  @Option(
      names = "--image-weight",
      paramLabel = "W",
      defaultValue = "" + PictureQuery.DEFAULT_WEIGHT,
      description =
          "What the picture counts beside TEXT, between 0 and 1 (default: ${DEFAULT-VALUE}).")
  private double imageWeight;

  @Option(
      names = "--strict",
      description = "Refuse a slip of syntax, naming its column, in place of reading it as text.")
  private boolean strict;

  @Option(names = "--plain", description = "Read TEXT as a description, whatever signs it has.")
  private boolean plain;

  @Option(
      names = "--expand",
      paramLabel = "wordnet|FILE",
      split = ",",
      description =
          "Count other words in captions, at less: by WordNet (dog for animal; English), or by a"
              + " synonym file in Solr's or WordNet's format.")
  private List<String> expand = List.of();

  @Option(
      names = "--signal",
      paramLabel = "SIGNAL",
      defaultValue = "fused",
      converter = SignalConverter.class,
      description = "Rank by fused, image, captions or bm25 (default: ${DEFAULT-VALUE}).")
  private Signal signal;

  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT",
      description = "What the photo shows, in the query language; quote it, or not.")
  private List<String> words = List.of();

  Signal signal() {
    return signal;
  }

  /** What finds other words for the text's own: {@code wordnet} and synonym files. */
  List<String> expand() {
    return expand;
  }

  boolean isGiven() {
    return !words.isEmpty() || image != null;
  }

  SearchRequest request() throws IOException {
    if (strict && plain) {
      throw new QueryException("--strict and --plain exclude each other");
    }
    SearchRequest request =
        SearchRequest.of(String.join(" ", words))
            .withSignal(signal)
            .withSyntax(strict ? Syntax.STRICT : plain ? Syntax.TEXT : Syntax.LENIENT);
    return image == null
        ? request
        : request.withPicture(
            new PictureQuery(new Picture.Photo(read(image), image.toString()), imageWeight));
  }

  private static byte[] read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new QueryException(file + ": a folder; --image takes a photo file");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new QueryException(file + ": no such file; --image takes a photo file");
    }
  }
}
