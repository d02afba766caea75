package dev.ocellus.indextools;

import dev.ocellus.fusion.FusionFile;
import dev.ocellus.lucene.FusionSource;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.TunedFusion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --fusion}: what makes the match score. */
final class FusionOption {

  private static final String DEFAULT = "default";

  @Option(
      names = "--fusion",
      paramLabel = "FILE",
      description =
          "What makes the match score: a file that tune or train wrote, or "
              + DEFAULT
              + " for the bundled (default: the index's own, where tune made one; else the"
              + " bundled).")
  private @Nullable String choice;

  /** Opens an index with that fusion. */
  PhotoIndex open(Path index) throws IOException {
    return PhotoIndex.open(index, source(index));
  }

  private FusionSource source(Path index) throws IOException {
    if (choice == null) {
      return new TunedFusion(index);
    }
    if (choice.equals(DEFAULT)) {
      return FusionSource.BUNDLED;
    }
    FusionFile file = FusionFile.read(Path.of(choice));
    return encoder -> file;
  }

  /**
   * After a search, tells {@code err} if the fusion, bundled or not, was fitted to another encoder.
   */
  void checkFit(Path index, PhotoIndex photos, PrintWriter err) throws IOException {
    String model;
    try (PhotoSearcher searcher = photos.acquire()) {
      model = searcher.metadata().modelId();
    }
    String fittedTo = source(index).of(model).card().encoder();
    if (!fittedTo.equals(model)) {
      boolean bundled = choice == null || choice.equals(DEFAULT);
      err.println(
          Printable.line(
              "%s was fitted to encoder %s, not to the index's %s: the scores are no probabilities%s"
                  .formatted(
                      bundled ? "the bundled fusion" : choice,
                      fittedTo,
                      model,
                      bundled ? "; see ocellus tune --help" : "")));
    }
  }
}
