package dev.ocellus.indextools.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code models list}.
 *
 * @param store the folder of the installed models
 * @param models bundled ones first, then installed ones, stopped downloads, and others of the
 *     catalogue
 */
public record ModelListAnswer(String store, List<Row> models) {

  /**
   * One encoder.
   *
   * @param id what {@code --model} and {@code models pull} take
   * @param state {@code bundled}, {@code installed}, {@code partial} (a stopped download) or {@code
   *     available}
   * @param bytes on disk; of an available one the download's size, roughly
   * @param dimension length of its vectors; 0 if not known
   * @param what a few words
   */
  public record Row(String id, String state, long bytes, int dimension, @Nullable String what) {}
}
