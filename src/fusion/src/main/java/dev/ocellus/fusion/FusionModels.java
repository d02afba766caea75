package dev.ocellus.fusion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The fusion model that comes with the product, in the artifact ocellus-models. */
public final class FusionModels {
  /** Where the bundled file stands on the class path. */
  public static final String BUNDLED = "ocellus/models/fusion/default.json";

  private FusionModels() {}

  /**
   * Reads the bundled fusion file: a few milliseconds, so keep the result.
   *
   * @throws DataException if it is not on the class path
   */
  public static FusionFile bundled() {
    return fromClassPath(BUNDLED);
  }

  static FusionFile fromClassPath(String resource) {
    try (InputStream in = FusionModels.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new DataException(resource + ": not on the class path; add the jar ocellus-models");
      }
      return FusionFile.read(in, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": " + e.getMessage(), e);
    }
  }
}
