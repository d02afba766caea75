package dev.ocellus.indextools;

import dev.ocellus.fusion.FusionFile;
import dev.ocellus.lucene.PhotoIndex;
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

  /**
   * Opens an index with that fusion.
   *
   * @param err told if the fusion was fitted to another encoder
   */
  PhotoIndex open(Path index, PrintWriter err) throws IOException {
    if (file == null) {
      return PhotoIndex.open(index);
    }
    FusionFile fusion = FusionFile.read(file);
    PhotoIndex photos = PhotoIndex.open(index, fusion.model());
    String fittedTo = fusion.card().encoder();
    String model = photos.info().modelId();
    if (!fittedTo.equals(model)) {
      err.println(
          Printable.line(
              "%s was fitted to encoder %s, not to the index's %s: the scores are no probabilities"
                  .formatted(file, fittedTo, model)));
    }
    return photos;
  }
}
