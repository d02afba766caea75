package dev.ocellus.lucene.fields;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.QueryException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an index can be searched by: those that every photo has, then the index's own,
 * which columns of a captions table gave it. A field's kind stays as long as the index.
 *
 * @param kinds kinds by name, in order
 */
public record FieldCatalogue(SequencedMap<String, FieldKind> kinds) {

  /** The fields that every index has. */
  public static final FieldCatalogue BUILT_IN = builtIn();

  public FieldCatalogue {
    kinds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(kinds));
  }

  private static FieldCatalogue builtIn() {
    SequencedMap<String, FieldKind> kinds = new LinkedHashMap<>();
    kinds.put(PhotoSchema.CAPTION, FieldKind.TEXT);
    kinds.put(PhotoSchema.ID, FieldKind.KEYWORD);
    kinds.put(PhotoSchema.TAG, FieldKind.KEYWORD);
    kinds.put(PhotoSchema.TAKEN_AT, FieldKind.DATE);
    kinds.put(PhotoSchema.YEAR, FieldKind.LONG);
    kinds.put(PhotoSchema.WIDTH, FieldKind.LONG);
    kinds.put(PhotoSchema.HEIGHT, FieldKind.LONG);
    kinds.put(PhotoSchema.CONTENT_SHA256, FieldKind.KEYWORD);
    kinds.put(PhotoSchema.MODEL_ID, FieldKind.KEYWORD);
    kinds.put(PhotoSchema.POLICY_CATEGORY, FieldKind.KEYWORD);
    kinds.put(PhotoSchema.POLICY_ACTION, FieldKind.KEYWORD);
    return new FieldCatalogue(kinds);
  }

  /** The kind of a field, or null if there is no such field. */
  public @Nullable FieldKind kind(String name) {
    return kinds.get(name);
  }

  /** The names of all fields, in order. */
  public SequencedSet<String> names() {
    return kinds.sequencedKeySet();
  }

  /** The index's own fields: without those that every index has. */
  public SequencedMap<String, FieldKind> own() {
    SequencedMap<String, FieldKind> own = new LinkedHashMap<>(kinds);
    own.keySet().removeAll(BUILT_IN.names());
    return Collections.unmodifiableSequencedMap(own);
  }

  /**
   * The same with a field more, if it was not there.
   *
   * @throws IndexException if it is there with another kind, or cannot be called so
   */
  public FieldCatalogue with(String name, FieldKind kind) {
    FieldKind known = kinds.get(name);
    if (kind.equals(known)) {
      return this;
    }
    String problem = FieldNames.problem(name);
    if (problem != null) {
      throw new IndexException("'%s' %s".formatted(name, problem));
    }
    if (known != null) {
      throw new IndexException(
          "the field %s is %s in this index, which cannot be changed to %s; use another index"
              .formatted(name, known.key(), kind.key()));
    }
    SequencedMap<String, FieldKind> more = new LinkedHashMap<>(kinds);
    more.put(name, kind);
    return new FieldCatalogue(more);
  }

  /**
   * The same with all fields of a map.
   *
   * @throws IndexException as {@link #with}
   */
  public FieldCatalogue withAll(Map<String, FieldKind> others) {
    FieldCatalogue all = this;
    for (Map.Entry<String, FieldKind> other : others.entrySet()) {
      all = all.with(other.getKey(), other.getValue());
    }
    return all;
  }

  /**
   * The kind of a field whose values are read photo by photo.
   *
   * @param use what for, a verb: "group"
   * @throws QueryException naming those that can be so used, if this cannot
   */
  public FieldKind kindToUse(String field, String use) {
    FieldKind kind = kinds.get(field);
    if (kind == null || !kind.hasDocValues()) {
      String known =
          kinds.entrySet().stream()
              .filter(entry -> entry.getValue().hasDocValues())
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(", "));
      throw new QueryException(
          "cannot %s by \"%s\"; fields to %s by are: %s".formatted(use, field, use, known));
    }
    return kind;
  }

  /** The index's own fields as a commit records them: "stars:long author:keyword". */
  public String record() {
    return own().entrySet().stream()
        .map(field -> field.getKey() + ":" + field.getValue().key())
        .collect(Collectors.joining(" "));
  }

  /**
   * The catalogue of an index that recorded this.
   *
   * @throws IndexException if {@link #record} did not make it
   */
  public static FieldCatalogue ofRecord(String record) {
    FieldCatalogue catalogue = BUILT_IN;
    for (String field : record.isEmpty() ? new String[0] : record.split(" ", -1)) {
      int colon = field.indexOf(':');
      if (colon < 0) {
        throw new IndexException("'" + field + "' is no field with its kind");
      }
      catalogue =
          catalogue.with(field.substring(0, colon), FieldKind.named(field.substring(colon + 1)));
    }
    return catalogue;
  }
}
