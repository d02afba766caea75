package dev.ocellus.lucene.fields;

import dev.ocellus.lucene.PhotoSchema;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the fields that users add may be called. */
public final class FieldNames {

  /** Another name of the column of tags, which is {@link PhotoSchema#TAG} as a field. */
  public static final String TAGS = "tags";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Words that mean something before a colon in a query, and what results can be sorted by. */
  private static final Set<String> RESERVED = Set.of("like", "show", "say", "score");

  /** Fields of a photo's documents that are not for queries, and columns with a meaning. */
  private static final Set<String> INTERNAL =
      Set.of(
          PhotoSchema.KIND,
          PhotoSchema.IMAGE_VECTOR,
          PhotoSchema.IMAGE_HUBNESS,
          PhotoSchema.CAPTION_VECTOR,
          PhotoSchema.CAPTION_TOKENS,
          PhotoSchema.CAPTION_SUBJECTS,
          PhotoSchema.PERCEPTUAL_HASH,
          "image",
          "query_id",
          "query_text");

  private FieldNames() {}

  /** The field of a column: lower case, and one name for both of the column of tags. */
  public static String ofColumn(String column) {
    String name = column.strip().toLowerCase(Locale.ROOT);
    return name.equals(TAGS) ? PhotoSchema.TAG : name;
  }

  /**
   * Why a field that a user adds cannot be called so, to stand after its name; null if it can.
   *
   * @param name as {@link #ofColumn} makes it
   */
  public static @Nullable String problem(String name) {
    if (!NAME.matcher(name).matches()) {
      return "is no name of a field: letters a-z, digits and _, a letter first";
    }
    if (RESERVED.contains(name)) {
      return "is a word of the query language; call it otherwise";
    }
    if (isBuiltIn(name)) {
      return "is a field that every photo has; call it otherwise";
    }
    return null;
  }

  /** Whether Ocellus itself gives every photo a field of that name, to be searched or not. */
  static boolean isBuiltIn(String name) {
    return FieldCatalogue.BUILT_IN.kind(name) != null || INTERNAL.contains(name);
  }
}
