package dev.ocellus.indextools.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code models show}, {@code pull} and {@code add}; what is not known is null.
 *
 * @param id what {@code --model} takes
 * @param state {@code bundled}, {@code installed} or {@code available}
 * @param identity what an index records of it
 * @param what a sentence about it
 * @param dimension length of its vectors
 * @param languages that its texts may be in
 * @param licence of its weights
 * @param trainingData what it learned from, and where its weights come from
 * @param caveat what to know before relying on it
 * @param aliases other names for it
 * @param endpoint the hub it came from
 * @param revision the commit there
 * @param variant of its graphs
 * @param folder where it is
 * @param bytes on disk; of an available one the download's size, roughly
 * @param files of which it consists
 */
public record ModelAnswer(
    String id,
    String state,
    @Nullable String identity,
    @Nullable String what,
    int dimension,
    @Nullable String languages,
    @Nullable String licence,
    @Nullable String trainingData,
    @Nullable String caveat,
    List<String> aliases,
    @Nullable String endpoint,
    @Nullable String revision,
    @Nullable String variant,
    @Nullable String folder,
    long bytes,
    List<File> files) {

  /**
   * One file.
   *
   * @param name path within the model
   * @param size in bytes
   * @param sha256 lower-case hexadecimal
   */
  public record File(String name, long size, String sha256) {}
}
