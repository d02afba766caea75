package dev.ocellus.lucene.suggest;

import dev.ocellus.lucene.suggest.CaptionWords.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a query that are plain words, with their places: not those in quotes, in a field's
 * value, with wildcards, or with digits, and no operators.
 */
final class QueryWords {

  private static final Pattern NOT_PLAIN =
      Pattern.compile(
          "(?U)\\w+:(?:\"[^\"]*\"|\\[[^]]*]|\\{[^}]*}|\\([^)]*\\)|\\S*)"
              + "|\"[^\"]*\""
              + "|\\S*[*?~/\\\\@_]\\S*");

  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}'-]+");

  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "TO");

  private QueryWords() {}

  static List<Token> of(String query) {
    List<int[]> skipped = new ArrayList<>();
    Matcher matcher = NOT_PLAIN.matcher(query);
    while (matcher.find()) {
      skipped.add(new int[] {matcher.start(), matcher.end()});
    }
    List<Token> words = new ArrayList<>();
    for (Token token : CaptionWords.of(query)) {
      boolean plain =
          LETTERS.matcher(token.text()).matches()
              && !OPERATORS.contains(token.text())
              && skipped.stream()
                  .noneMatch(span -> token.start() < span[1] && token.end() > span[0]);
      if (plain) {
        words.add(token);
      }
    }
    return words;
  }
}
