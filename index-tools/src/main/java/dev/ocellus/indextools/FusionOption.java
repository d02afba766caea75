package dev.ocellus.indextools;

import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.FusionModels;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --fusion}: what makes the match score. */
final class FusionOption {

  @Option(
      names = "--fusion",
      paramLabel = "FILE",
      description = "What makes the match score, a file that tune wrote (default: the bundled).")
  private @Nullable Path file;

  /** Opens an index with that fusion. */
  PhotoIndex open(Path index) throws IOException {
    return file == null
        ? PhotoIndex.open(index)
        : PhotoIndex.open(index, FusionFile.read(file).model());
  }

  /**
   * After a search, tells {@code err} if the fusion, bundled or not, was fitted to another encoder.
   */
  void checkFit(PhotoIndex photos, PrintWriter err) throws IOException {
    String model;
    try (PhotoSearcher searcher = photos.acquire()) {
      model = searcher.encoder().modelId();
    }
    FusionFile fusion = file == null ? FusionModels.bundledFor(model) : FusionFile.read(file);
    String fittedTo = fusion.card().encoder();
    if (!fittedTo.equals(model)) {
      err.println(
          Printable.line(
              "%s was fitted to encoder %s, not to the index's %s: the scores are no probabilities%s"
                  .formatted(
                      file == null ? "the bundled fusion" : file,
                      fittedTo,
                      model,
                      file == null ? "; see ocellus tune --help" : "")));
    }
  }
}
