package dev.ocellus.encode;

import org.jspecify.annotations.Nullable;

/**
 * A model's name as a user writes it.
 *
 * @param model its id or folder
 * @param variant of its graphs, or null where none is asked for
 */
public record ModelReference(String model, @Nullable String variant) {

  /** Reads {@code MODEL} or {@code MODEL:VARIANT}; what is no variant belongs to the model. */
  public static ModelReference parse(String text) {
    for (String variant : GraphFiles.VARIANTS) {
      if (text.endsWith(":" + variant)) {
        String model = text.substring(0, text.length() - variant.length() - 1);
        return new ModelReference(model, variant);
      }
    }
    return new ModelReference(text, null);
  }

  /** The variant as it follows the model's name. */
  public String suffix() {
    return variant == null ? "" : ":" + variant;
  }
}
