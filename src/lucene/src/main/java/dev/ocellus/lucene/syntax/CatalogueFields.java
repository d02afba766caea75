package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import java.util.Collection;
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

/** The fields of the indexes that this product writes, according to their kinds. */
final class CatalogueFields implements ConditionFields {

  private final FieldCatalogue catalogue;
  private final Analyzer analyzer;
  private final Patterns patterns;

  /**
   * @param analyzer of the captions and all fields that are texts
   */
  CatalogueFields(FieldCatalogue catalogue, Analyzer analyzer) {
    this.catalogue = catalogue;
    this.analyzer = analyzer;
    this.patterns = new Patterns(analyzer);
  }

  @Override
  public Collection<String> names() {
    return catalogue.names();
  }

  @Override
  public String caption() {
    return PhotoSchema.CAPTION;
  }

  @Override
  public Query photos() {
    return PhotoSchema.PHOTOS;
  }

  @Override
  public @Nullable Query value(String field, String value, boolean phrase, int slop) {
    FieldKind kind = kind(field);
    return switch (kind) {
      case TEXT -> text(field, value, phrase, slop);
      case KEYWORD -> new TermQuery(new Term(field, value));
      default -> new NumberCondition(field, kind).value(value);
    };
  }

  private @Nullable Query text(String field, String value, boolean phrase, int slop) {
    QueryBuilder texts = new QueryBuilder(analyzer);
    return phrase
        ? texts.createPhraseQuery(field, value, slop)
        : texts.createBooleanQuery(field, value, Occur.MUST);
  }

  @Override
  public Query range(
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

  @Override
  public Query exists(String field) {
    // Not all keywords have doc values, all have terms.
    return kind(field) == FieldKind.KEYWORD
        ? TermRangeQuery.newStringRange(field, null, null, true, true)
        : new FieldExistsQuery(field);
  }

  @Override
  public Query prefix(String field, String prefix) {
    return patterns.prefix(field, wordKind(field), prefix);
  }

  @Override
  public Query wildcard(String field, String pattern) {
    return patterns.wildcard(field, wordKind(field), pattern);
  }

  @Override
  public Query regularExpression(String field, String expression) {
    wordKind(field);
    return Patterns.regularExpression(field, expression);
  }

  @Override
  public Query fuzzy(String field, String word, float edits) {
    return patterns.fuzzy(field, wordKind(field), word, edits);
  }

  private FieldKind wordKind(String field) {
    FieldKind kind = kind(field);
    if (kind != FieldKind.TEXT && kind != FieldKind.KEYWORD) {
      throw ValueProblem.noPattern(field, kind.expected());
    }
    return kind;
  }

  private FieldKind kind(String field) {
    FieldKind kind = catalogue.kind(field);
    if (kind == null) {
      throw ValueProblem.noField(field, names());
    }
    return kind;
  }
}
