package dev.ocellus.lucene.fields;

import dev.ocellus.lucene.PhotoSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;

/** What is known of a photo beside its captions, for people and for JSON. */
public final class PhotoFields {

  /** Fields that a hit shows elsewhere, or that say more of the index than of the photo. */
  private static final Set<String> NOT_SHOWN =
      Set.of(
          PhotoSchema.ID,
          PhotoSchema.CAPTION,
          PhotoSchema.CONTENT_SHA256,
          PhotoSchema.POLICY_CATEGORY,
          PhotoSchema.POLICY_ACTION);

  private PhotoFields() {}

  /**
   * The stored values of a photo, by field in the catalogue's order: tags, date, size, and the
   * index's own. Texts are Strings, integers Longs, numbers Doubles, dates ISO 8601 Strings. Fields
   * without a value are not there.
   *
   * @param stored all stored fields of the photo's document
   */
  public static SequencedMap<String, List<Object>> of(Document stored, FieldCatalogue catalogue) {
    SequencedMap<String, List<Object>> shown = new LinkedHashMap<>();
    for (Map.Entry<String, FieldKind> field : catalogue.kinds().entrySet()) {
      String name = field.getKey();
      List<Object> values = new ArrayList<>();
      for (IndexableField value : stored.getFields(name)) {
        values.add(field.getValue().shown(FieldValues.value(value)));
      }
      if (!values.isEmpty() && !NOT_SHOWN.contains(name)) {
        shown.put(name, Collections.unmodifiableList(values));
      }
    }
    return Collections.unmodifiableSequencedMap(shown);
  }
}
