package dev.ocellus.indextools.json;

import dev.ocellus.encode.ModelCheck;
import java.util.List;
import java.util.Locale;

/**
 * The answer of {@code models verify}.
 *
 * @param id the encoder
 * @param intact whether every file is as it was
 * @param files every file, {@code intact}, {@code changed} or {@code missing}
 */
public record ModelCheckAnswer(String id, boolean intact, List<File> files) {

  /** One file, with the sha256 that it should have. */
  public record File(String name, String state, String sha256) {}

  public static ModelCheckAnswer of(String id, ModelCheck check) {
    return new ModelCheckAnswer(
        id,
        check.intact(),
        check.files().stream()
            .map(
                file ->
                    new File(
                        file.name(), file.state().name().toLowerCase(Locale.ROOT), file.sha256()))
            .toList());
  }
}
