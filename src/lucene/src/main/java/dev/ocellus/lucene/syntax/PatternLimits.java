package dev.ocellus.lucene.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/** Counts the patterns of one query, and bounds their length and the work on their automata. */
final class PatternLimits {

  private static final Pattern REPETITION = Pattern.compile("\\{(\\d{0,9})(?:,(\\d{0,9}))?");

  private int count;

  /** One pattern more. */
  void check(String pattern) {
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

  /** One regular expression more. */
  void checkExpression(String expression) {
    check(expression);
    if (repetitions(expression) > QueryLimits.MAX_REPETITIONS) {
      throw tooComplex();
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

  static ValueProblem tooComplex() {
    return new ValueProblem(
        "the pattern is too complex (Lucene's limit is %d steps)"
            .formatted(Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
        "write a simpler one");
  }
}
