package dev.ocellus.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.jspecify.annotations.Nullable;

/** Numbers of which a document has one, stored as numbers of which it may have several. */
public final class LeafNumbers {

  private LeafNumbers() {}

  /**
   * The numbers of a segment, or null if no document has one. Of several the least counts.
   *
   * @throws IllegalStateException if the field has doc values of another type
   */
  public static @Nullable NumericDocValues of(LeafReader segment, String field) throws IOException {
    if (segment.getFieldInfos().fieldInfo(field) == null) {
      return null;
    }
    SortedNumericDocValues values = DocValues.getSortedNumeric(segment, field);
    NumericDocValues single = DocValues.unwrapSingleton(values);
    return single == null
        ? SortedNumericSelector.wrap(values, SortedNumericSelector.Type.MIN, SortField.Type.LONG)
        : single;
  }
}
