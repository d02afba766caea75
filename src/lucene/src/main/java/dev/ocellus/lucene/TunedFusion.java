package dev.ocellus.lucene;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.FusionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The fusion that was fitted to an index, a file in its folder, as long as it is of the index's
 * encoder; else the bundled one.
 *
 * @param index the index's folder
 */
public record TunedFusion(Path index) implements FusionSource {

  /** Not of the form of Lucene's file names, so that Lucene leaves it alone. */
  private static final String NAME = "fusion.json";

  /** Where the fusion stands, or would. */
  public Path file() {
    return index.resolve(NAME);
  }

  /**
   * The index's own fusion, or null if it has none that was fitted to this encoder.
   *
   * @throws DataException if the file is no fusion file
   */
  public @Nullable FusionFile own(String encoder) {
    if (!Files.exists(file())) {
      return null;
    }
    try {
      FusionFile tuned = FusionFile.read(file());
      return tuned.card().encoder().equals(encoder) ? tuned : null;
    } catch (IOException e) {
      throw new UncheckedIOException(file() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public FusionFile of(String encoder) {
    FusionFile own = own(encoder);
    return own == null ? BUNDLED.of(encoder) : own;
  }
}
