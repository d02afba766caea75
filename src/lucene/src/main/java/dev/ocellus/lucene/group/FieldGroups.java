package dev.ocellus.lucene.group;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreDoc;

/**
 * Joins the hits that have one value of a field: one photo an author, one a day. Of several values
 * the smallest counts, as where Lucene sorts by such a field. Photos without a value each stand
 * alone: that two photos lack an author does not make them one photographer's.
 */
public final class FieldGroups implements HitGrouping {

  private final String field;
  private final FieldKind kind;

  private FieldGroups(String field, FieldKind kind) {
    this.field = field;
    this.kind = kind;
  }

  /**
   * Groups by a field.
   *
   * @param fields the index's
   * @throws QueryException if there is no such field or it is a text
   */
  public static FieldGroups of(String field, FieldCatalogue fields) {
    return new FieldGroups(field, fields.kindToUse(field, "group"));
  }

  @Override
  public List<HitGroup> group(IndexReader reader, List<ScoreDoc> hits) throws IOException {
    Map<Integer, Object> values =
        HitValues.read(reader, hits, kind == FieldKind.KEYWORD ? this::texts : this::numbers);
    List<GroupBuilder> groups = new ArrayList<>();
    Map<Object, GroupBuilder> byValue = new HashMap<>();
    for (ScoreDoc hit : hits) {
      Object value = values.get(hit.doc);
      GroupBuilder group = value == null ? null : byValue.get(value);
      if (group != null) {
        group.add(hit);
        continue;
      }
      GroupBuilder first = new GroupBuilder(hit);
      groups.add(first);
      if (value != null) {
        byValue.put(value, first);
      }
    }
    return GroupBuilder.build(groups);
  }

  private HitValues.Values<Object> texts(LeafReader segment) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(segment, field);
    return document ->
        values.advanceExact(document) ? values.lookupOrd(values.nextOrd()).utf8ToString() : null;
  }

  private HitValues.Values<Object> numbers(LeafReader segment) throws IOException {
    SortedNumericDocValues values = DocValues.getSortedNumeric(segment, field);
    return document -> values.advanceExact(document) ? values.nextValue() : null;
  }
}
