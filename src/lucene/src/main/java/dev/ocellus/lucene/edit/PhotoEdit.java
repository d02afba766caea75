package dev.ocellus.lucene.edit;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.fields.FieldNames;
import dev.ocellus.lucene.fields.FieldValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is changed of a photo; everything else stays.
 *
 * @param captions in place of all that it has, or null to leave them
 * @param fields values by field, as texts, in place of all that it has of these fields; no values
 *     empty the field. {@code tag} or {@code tags} are the tags
 */
public record PhotoEdit(
    @Nullable List<String> captions, SequencedMap<String, List<String>> fields) {

  /** Changes nothing. */
  public static final PhotoEdit NONE = new PhotoEdit(null, new LinkedHashMap<>());

  /**
   * @throws IndexException if a caption is blank
   */
  public PhotoEdit {
    if (captions != null) {
      captions = captions.stream().map(String::strip).toList();
      if (captions.contains("")) {
        throw new IndexException("a caption is empty; to take all captions away, give none");
      }
    }
    SequencedMap<String, List<String>> named = new LinkedHashMap<>();
    fields.forEach((name, values) -> named.put(FieldNames.ofColumn(name), List.copyOf(values)));
    fields = Collections.unmodifiableSequencedMap(named);
  }

  /** Only these captions, which may be none. */
  public PhotoEdit withCaptions(List<String> newCaptions) {
    return new PhotoEdit(newCaptions, fields);
  }

  /** Only these tags, which may be none. */
  public PhotoEdit withTags(List<String> tags) {
    return withField(PhotoSchema.TAG, tags);
  }

  /** Only these values of a field, which may be none. */
  public PhotoEdit withField(String name, List<String> values) {
    SequencedMap<String, List<String>> more = new LinkedHashMap<>(fields);
    more.put(FieldNames.ofColumn(name), values);
    return new PhotoEdit(captions, more);
  }

  /**
   * What a photo's fields become.
   *
   * @throws IndexException if the index has no such field, or a value is not of its kind
   */
  FieldValues applyTo(FieldValues before, FieldCatalogue catalogue) {
    FieldValues changed = before;
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      String name = field.getKey();
      FieldKind kind = kind(name, catalogue);
      List<Object> values = new ArrayList<>();
      for (String text : field.getValue()) {
        Object value = kind.parse(text);
        if (value == null) {
          throw new IndexException(
              "'%s' is not %s, as the field %s takes".formatted(text, kind.expected(), name));
        }
        values.add(value);
      }
      changed = changed.with(name, values);
    }
    return changed;
  }

  private static FieldKind kind(String name, FieldCatalogue catalogue) {
    FieldKind kind = name.equals(PhotoSchema.TAG) ? FieldKind.KEYWORD : catalogue.own().get(name);
    if (kind != null) {
      return kind;
    }
    String problem = FieldNames.problem(name);
    throw new IndexException(
        problem != null
            ? "'%s' %s".formatted(name, problem)
            : "the index has no field %s; it has: %s; a new one needs its kind, such as %s=long"
                .formatted(name, names(catalogue), name));
  }

  private static String names(FieldCatalogue catalogue) {
    List<String> names = new ArrayList<>(List.of(PhotoSchema.TAG));
    names.addAll(catalogue.own().keySet());
    return String.join(", ", names);
  }
}
