package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.fields.FieldKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Patterns over the terms of a field: lemmas of texts, values of keywords. All terms that match
 * count, none is left out; {@link PatternLimits} bounds the cost.
 */
final class Patterns {

  private final Analyzer analyzer;

  Patterns(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** A value as its field's terms are written: lower case and so on in texts. */
  BytesRef normalize(String field, FieldKind kind, String value) {
    return kind == FieldKind.TEXT ? analyzer.normalize(field, value) : new BytesRef(value);
  }

  Query prefix(String field, FieldKind kind, String prefix) {
    return new PrefixQuery(new Term(field, normalize(field, kind, prefix)));
  }

  Query wildcard(String field, FieldKind kind, String pattern) {
    return new WildcardQuery(new Term(field, normalizePattern(field, kind, pattern)));
  }

  /** As Lucene's parser does: what is between the wildcards is normalized. */
  private String normalizePattern(String field, FieldKind kind, String pattern) {
    if (kind != FieldKind.TEXT) {
      return pattern;
    }
    Matcher plain = Pattern.compile("(?:\\\\.|[^?*\\\\])+", Pattern.DOTALL).matcher(pattern);
    return plain.replaceAll(
        found -> {
          String normal =
              analyzer
                  .normalize(field, found.group().replaceAll("(?s)\\\\(.)", "$1"))
                  .utf8ToString();
          return Matcher.quoteReplacement(normal.replaceAll("[*?\\\\]", "\\\\$0"));
        });
  }

  static Query regularExpression(String field, String expression) {
    return new RegexpQuery(new Term(field, expression));
  }

  Query fuzzy(String field, FieldKind kind, String word, float edits) {
    int most = FuzzyQuery.floatToEdits(edits, word.codePointCount(0, word.length()));
    return new FuzzyQuery(
        new Term(field, normalize(field, kind, word)),
        most,
        FuzzyQuery.defaultPrefixLength,
        FuzzyQuery.defaultMaxExpansions,
        FuzzyQuery.defaultTranspositions,
        MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
  }
}
