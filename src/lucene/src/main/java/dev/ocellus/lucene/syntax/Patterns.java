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
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/**
 * Patterns over the terms of a field: lemmas of texts, values of keywords. All terms that match
 * count, none is left out; what bounds the cost is the number of patterns, their length, and the
 * work that Lucene spends on their automata.
 */
final class Patterns {

  private static final Pattern REPETITION = Pattern.compile("\\{(\\d{0,9})(?:,(\\d{0,9}))?");

  private final Analyzer analyzer;
  private int count;

  Patterns(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** A value as its field's terms are written: lower case and so on in texts. */
  BytesRef normalize(String field, FieldKind kind, String value) {
    return kind == FieldKind.TEXT ? analyzer.normalize(field, value) : new BytesRef(value);
  }

  Query prefix(String field, FieldKind kind, String prefix) {
    check(prefix);
    return new PrefixQuery(new Term(field, normalize(field, kind, prefix)));
  }

  Query wildcard(String field, FieldKind kind, String pattern) {
    check(pattern);
    try {
      return new WildcardQuery(new Term(field, normalizePattern(field, kind, pattern)));
    } catch (TooComplexToDeterminizeException e) {
      throw tooComplex();
    }
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

  Query regularExpression(String field, String expression) {
    check(expression);
    try {
      if (repetitions(expression) > QueryLimits.MAX_REPETITIONS) {
        throw tooComplex();
      }
      return new RegexpQuery(new Term(field, expression));
    } catch (TooComplexToDeterminizeException e) {
      throw tooComplex();
    } catch (IllegalArgumentException e) {
      throw new ValueProblem(
          "this is no regular expression (%s)".formatted(e.getMessage()),
          "mend it, or write \\/ for a slash");
    }
  }

  /** An upper bound of how often anything is repeated: all counts multiplied. */
  private static double repetitions(String expression) {
    double product = 1;
    Matcher counts = REPETITION.matcher(expression);
    while (counts.find()) {
      product *= Math.max(number(counts.group(1)), number(counts.group(2)));
    }
    return product;
  }

  private static double number(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 1 : Math.max(1, Double.parseDouble(digits));
  }

  Query fuzzy(String field, FieldKind kind, String word, float edits) {
    check(word);
    int most = FuzzyQuery.floatToEdits(edits, word.codePointCount(0, word.length()));
    return new FuzzyQuery(
        new Term(field, normalize(field, kind, word)),
        most,
        FuzzyQuery.defaultPrefixLength,
        FuzzyQuery.defaultMaxExpansions,
        FuzzyQuery.defaultTranspositions,
        MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
  }

  private void check(String pattern) {
    if (pattern.length() > QueryLimits.MAX_PATTERN_LENGTH) {
      throw new ValueProblem(
          "the pattern is too long",
          "write at most %d characters".formatted(QueryLimits.MAX_PATTERN_LENGTH));
    }
    count++;
    if (count > QueryLimits.MAX_PATTERNS) {
      throw new ValueProblem(
          "there are too many patterns", "write at most %d".formatted(QueryLimits.MAX_PATTERNS));
    }
  }

  private static ValueProblem tooComplex() {
    return new ValueProblem(
        "the pattern is too complex (Lucene's limit is %d steps)"
            .formatted(Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
        "write a simpler one");
  }
}
