package dev.ocellus.lucene.fields;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoSchema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a field are, and so which of Lucene's fields holds them, with whose queries
 * and sort fields they are searched: {@code KeywordField.newExactQuery}, {@code
 * LongField.newRangeQuery}, {@code DoubleField.newSortField} and so on. All but texts have doc
 * values, so that they sort and count; a photo may have several values.
 */
public enum FieldKind {
  /** Analyzed as captions are, with positions and offsets. */
  TEXT("a text") {
    @Override
    public @Nullable Object parse(String text) {
      return blankToNull(text);
    }

    @Override
    Field field(String name, Object value) {
      return new Field(name, (String) value, PhotoSchema.CAPTION_TYPE);
    }
  },
  /** Matched as it stands, upper and lower case told apart. A {@link KeywordField}. */
  KEYWORD("a text of up to " + IndexWriter.MAX_TERM_LENGTH + " bytes") {
    @Override
    public @Nullable Object parse(String text) {
      boolean fits = text.getBytes(StandardCharsets.UTF_8).length <= IndexWriter.MAX_TERM_LENGTH;
      return fits ? blankToNull(text) : null;
    }

    @Override
    Field field(String name, Object value) {
      return new KeywordField(name, (String) value, Store.YES);
    }
  },
  /** An integer of 64 bits. A {@link LongField}. */
  LONG("an integer") {
    @Override
    public @Nullable Object parse(String text) {
      return Numbers.integer(text.strip());
    }

    @Override
    Field field(String name, Object value) {
      return new LongField(name, (Long) value, Store.YES);
    }
  },
  /** A finite number. A {@link DoubleField}. */
  DOUBLE("a number, such as 1.4") {
    @Override
    public @Nullable Object parse(String text) {
      return Numbers.decimal(text.strip());
    }

    @Override
    Field field(String name, Object value) {
      return new DoubleField(name, (Double) value, Store.YES);
    }
  },
  /** A time, in milliseconds since 1970 as {@link DatePeriod} counts them. A {@link LongField}. */
  DATE("a date, such as 2020-05-17 or 2020-05-17T14:30:00") {
    @Override
    public @Nullable Object parse(String text) {
      DatePeriod period = DatePeriod.of(text);
      return period == null ? null : period.from();
    }

    @Override
    Field field(String name, Object value) {
      return new LongField(name, (Long) value, Store.YES);
    }

    @Override
    public Object shown(Object value) {
      return DatePeriod.format((Long) value);
    }
  };

  private final String expected;

  FieldKind(String expected) {
    this.expected = expected;
  }

  /**
   * The value that a text stands for, as the index stores it: a String, a Long or a Double; null if
   * the text is no such value. Of a shortened date, such as "2020", the first moment.
   */
  public abstract @Nullable Object parse(String text);

  /** Holds a value in a document. */
  abstract Field field(String name, Object value);

  /** A value for people and for JSON: dates as ISO 8601 texts, else as the index stores it. */
  public Object shown(Object value) {
    return value;
  }

  /** What {@link #parse} takes, for messages: "an integer". */
  public String expected() {
    return expected;
  }

  /** Whether results can be sorted by such a field and counted by its values. */
  public boolean hasDocValues() {
    return this != TEXT;
  }

  /** The name for users and files: "long". */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of a name.
   *
   * @throws IndexException if there is none
   */
  public static FieldKind named(String key) {
    for (FieldKind kind : values()) {
      if (kind.key().equals(key.strip().toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw new IndexException(
        "unknown kind of field '%s'; known: %s"
            .formatted(
                key,
                Arrays.stream(values()).map(FieldKind::key).collect(Collectors.joining(", "))));
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
