package dev.ocellus.opensearch.mapper;

import java.util.Arrays;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;

/**
 * What a dimension takes in the copy of the vectors that is searched. The floats are kept beside,
 * on disk, and scores are computed from them.
 */
public enum Quantization {
  /** One byte: finds what the floats find. The default. */
  BITS_8("8bit", ScalarEncoding.UNSIGNED_BYTE),
  /** One byte, of which 7 bits are used. */
  BITS_7("7bit", ScalarEncoding.SEVEN_BIT),
  /** Half a byte. */
  BITS_4("4bit", ScalarEncoding.PACKED_NIBBLE),
  /** A quarter of a byte, compared with 4 bits of the query. */
  BITS_2("2bit", ScalarEncoding.DIBIT_QUERY_NIBBLE),
  /** An eighth of a byte, compared with 4 bits of the query. */
  BITS_1("1bit", ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE),
  /** No copy: the floats are searched. */
  NONE("none", null);

  private final String key;
  private final @Nullable ScalarEncoding encoding;

  Quantization(String key, @Nullable ScalarEncoding encoding) {
    this.key = key;
    this.encoding = encoding;
  }

  /** That of a name, which exists. */
  static Quantization of(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst().orElseThrow();
  }

  /** All names, the default's first. */
  static String[] keys() {
    return Arrays.stream(values()).map(Quantization::key).toArray(String[]::new);
  }

  /** Its name in mappings. */
  public String key() {
    return key;
  }

  /** Lucene's; null for {@link #NONE}. */
  public @Nullable ScalarEncoding encoding() {
    return encoding;
  }
}
