package dev.ocellus.fusion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The fusion models that come with the product, in the artifact ocellus-models. */
public final class FusionModels {
  /** Where the fusion of the default encoder stands on the class path. */
  public static final String BUNDLED = "ocellus/models/fusion/default.json";

  private static final String FOLDER = "ocellus/models/fusion/";
  private static final String BUNDLED_OWNER = "ocellus/";

  private FusionModels() {}

  /**
   * Reads the fusion file of the default encoder: a few milliseconds, so keep the result.
   *
   * @throws DataException if it is not on the class path
   */
  public static FusionFile bundled() {
    return fromClassPath(BUNDLED);
  }

  /**
   * Reads the bundled fusion file that was fitted to an encoder, else that of the default one,
   * whose scores are then no probabilities. Its card says which it is.
   *
   * @param encoder an encoder's id, such as {@code ocellus/lite2-minilm-classes-v1}
   */
  public static FusionFile bundledFor(String encoder) {
    String name =
        encoder.startsWith(BUNDLED_OWNER) ? encoder.substring(BUNDLED_OWNER.length()) : "";
    String resource = FOLDER + name + ".json";
    boolean own =
        name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")
            && FusionModels.class.getClassLoader().getResource(resource) != null;
    return fromClassPath(own ? resource : BUNDLED);
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
