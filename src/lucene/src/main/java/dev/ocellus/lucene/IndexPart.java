package dev.ocellus.lucene;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What Lucene's files of an index hold, told by their extensions. */
public enum IndexPart {
  /** Words of captions, keywords and tags with the photos that have them. */
  POSTINGS("tim", "tip", "tmd", "doc", "pos", "pay", "psm"),
  /** Captions and fields as they were given. */
  STORED("fdt", "fdx", "fdm"),
  /** Image and caption vectors as floats. */
  FLOAT_VECTORS("vec", "vemf"),
  /** The same in one byte a dimension, which searches read. */
  QUANTIZED_VECTORS("veq", "vemq"),
  /** Which vectors are neighbours (HNSW). */
  VECTOR_GRAPH("vex", "vem"),
  /** Values by photo: tokens' vectors, and fields to sort and count by. */
  DOC_VALUES("dvd", "dvm"),
  /** Numbers and dates for ranges. */
  POINTS("kdd", "kdi", "kdm"),
  /** Lengths of captions. */
  NORMS("nvd", "nvm"),
  /** Which documents are deleted, and what belongs together. */
  OTHER;

  private final Set<String> extensions;

  IndexPart(String... extensions) {
    this.extensions = Set.of(extensions);
  }

  /** The part that a file belongs to. */
  static IndexPart of(String extension) {
    return Arrays.stream(values())
        .filter(part -> part.extensions.contains(extension))
        .findFirst()
        .orElse(OTHER);
  }

  /** The name in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
