package dev.ocellus.lucene.syntax;

import java.util.Collection;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a query may name, and what a value of one asks of photos' documents. An index
 * that has other types of fields than {@link dev.ocellus.lucene.fields.FieldKind}, such as that of
 * a search cluster, brings its own. Safe for use by several threads.
 *
 * <p>Every method that takes a field throws {@link ValueProblem} if there is no such field, or if
 * it cannot be asked so. Patterns are no longer and no more than {@link QueryLimits} allows; of
 * those that Lucene finds too complex its exception may be thrown as it is.
 */
public interface ConditionFields {

  /** The fields' names, in the order in which messages list them. */
  Collection<String> names();

  /** The field of captions, which words without a field's name are searched in. */
  String caption();

  /** All photos. */
  Query photos();

  /**
   * Photos that have a single value, such as {@code 2000} or, of a number, {@code >2000}; of a
   * text, photos whose text has all its words or, of a phrase, has the phrase.
   *
   * @param phrase whether the value stood in quotes
   * @param slop moves of a phrase's words
   * @return null if the analyzer leaves nothing of the value
   */
  @Nullable Query value(String field, String value, boolean phrase, int slop);

  /** Photos with a value in a range; null is an open end. */
  Query range(
      String field,
      @Nullable String from,
      @Nullable String upTo,
      boolean withFrom,
      boolean withUpTo);

  /** Photos that have any value. */
  Query exists(String field);

  /** Photos with a word or value that starts so. */
  Query prefix(String field, String prefix);

  /** Photos with a word or value of this pattern of ? and *. */
  Query wildcard(String field, String pattern);

  /** Photos with a word or value that matches all of this expression of Lucene's syntax. */
  Query regularExpression(String field, String expression);

  /**
   * Photos with a word or value that so many typing errors make of this one.
   *
   * @param edits as Lucene's grammar has it: a number of edits, or below 1 a similarity
   */
  Query fuzzy(String field, String word, float edits);
}
