package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** What a field's value asks of photos, according to the field's kind. */
final class FieldConditions {

  /** Any field: *:*. */
  private static final String ANY = "*";

  private final FieldCatalogue catalogue;
  private final QueryBuilder texts;
  private final Patterns patterns;

  /**
   * @param analyzer of the captions and all fields that are texts
   */
  FieldConditions(FieldCatalogue catalogue, Analyzer analyzer) {
    this.catalogue = catalogue;
    this.texts = new QueryBuilder(analyzer);
    this.patterns = new Patterns(analyzer);
  }

  Analyzer analyzer() {
    return texts.getAnalyzer();
  }

  /** The words or the phrase in a caption; null if the analyzer leaves nothing of it. */
  @Nullable Query caption(Node.Words words) {
    return text(PhotoSchema.CAPTION, words.text(), words.phrase(), words.slop());
  }

  private @Nullable Query text(String field, String value, boolean phrase, int slop) {
    return phrase
        ? texts.createPhraseQuery(field, value, slop)
        : texts.createBooleanQuery(field, value, Occur.MUST);
  }

  /**
   * A single value, or a comparison such as &gt;2000.
   *
   * @throws ValueProblem if the field cannot have it
   */
  @Nullable Query value(String field, String value, boolean phrase, int slop) {
    FieldKind kind = kind(field);
    return switch (kind) {
      case TEXT -> text(field, value, phrase, slop);
      case KEYWORD -> new TermQuery(new Term(field, value));
      default -> new NumberCondition(field, kind).value(value);
    };
  }

  /**
   * A range; null is an open end.
   *
   * @throws ValueProblem if the field cannot have the ends
   */
  Query range(
      String field,
      @Nullable String from,
      @Nullable String upTo,
      boolean withFrom,
      boolean withUpTo) {
    FieldKind kind = kind(field);
    return switch (kind) {
      case TEXT, KEYWORD ->
          new TermRangeQuery(field, term(field, from), term(field, upTo), withFrom, withUpTo);
      default -> new NumberCondition(field, kind).range(from, upTo, withFrom, withUpTo);
    };
  }

  private @Nullable BytesRef term(String field, @Nullable String value) {
    return value == null ? null : patterns.normalize(field, kind(field), value);
  }

  /** Photos with a word or value that starts so. */
  Query prefix(String field, String prefix) {
    if (prefix.isEmpty()) {
      return exists(field);
    }
    return patterns.prefix(field, wordKind(field), prefix);
  }

  /** Photos with a word or value of this pattern; a * alone is any value. */
  Query wildcard(String field, String pattern) {
    if (!pattern.equals(ANY)) {
      return patterns.wildcard(field, wordKind(field), pattern);
    }
    return field.equals(ANY) ? PhotoSchema.PHOTOS : exists(field);
  }

  /** Photos with a word or value of this expression. */
  Query regularExpression(String field, String expression) {
    wordKind(field);
    return patterns.regularExpression(field, expression);
  }

  /** Photos with a word or value that so many typing errors make of this one. */
  Query fuzzy(String field, String word, float edits) {
    return patterns.fuzzy(field, wordKind(field), word, edits);
  }

  private Query exists(String field) {
    // Not all keywords have doc values, all have terms.
    return kind(field) == FieldKind.KEYWORD
        ? TermRangeQuery.newStringRange(field, null, null, true, true)
        : new FieldExistsQuery(field);
  }

  private FieldKind wordKind(String field) {
    FieldKind kind = kind(field);
    if (kind != FieldKind.TEXT && kind != FieldKind.KEYWORD) {
      throw new ValueProblem(
          "%s is %s, which no pattern matches".formatted(field, kind.expected()),
          "write a value or a range, as in %s:[FROM TO UPTO]".formatted(field));
    }
    return kind;
  }

  private FieldKind kind(String field) {
    FieldKind kind = catalogue.kind(field);
    if (kind == null) {
      throw new ValueProblem(
          "there is no field '%s'".formatted(field),
          "fields are " + String.join(", ", catalogue.names()));
    }
    return kind;
  }
}
