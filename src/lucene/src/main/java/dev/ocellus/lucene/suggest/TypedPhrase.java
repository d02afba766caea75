package dev.ocellus.lucene.suggest;

import dev.ocellus.lucene.suggest.CaptionWords.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a half-typed query, as the beginning of a phrase.
 *
 * @param before what was typed before it
 * @param text its words in small letters, a space between, and one after if the last word is whole
 * @param words how many they are
 */
record TypedPhrase(String before, String text, int words) {

  /** A query ends within a field's value; those of captions' text are completed, others not. */
  private static final Pattern FIELD = Pattern.compile("(?U)(?:^|[\\s(+-])(\\w+):[^\\s\"]*$");

  private static final Pattern CAPTION_FIELD = Pattern.compile("caption|say|show");

  /** Longest query that is looked at, in UTF-16 code units from its end. */
  private static final int LONGEST = 1_000;

  /** The ends of a query that may begin a phrase, longest first; none if it ends in no word. */
  static List<TypedPhrase> endsOf(String query) {
    int skipped = Math.max(0, query.length() - LONGEST);
    String typed = query.substring(skipped);
    Matcher field = FIELD.matcher(typed);
    if (field.find() && !CAPTION_FIELD.matcher(field.group(1)).matches()) {
      return List.of();
    }
    List<Token> tokens = CaptionWords.of(typed);
    if (tokens.isEmpty() || !typed.substring(tokens.getLast().end()).isBlank()) {
      return List.of();
    }
    boolean whole = tokens.getLast().end() < typed.length();
    List<TypedPhrase> ends = new ArrayList<>();
    for (int first = tokens.size() - 1; first >= 0; first--) {
      Token token = tokens.get(first);
      int words = tokens.size() - first;
      if (words <= PhraseBook.LONGEST_CAPTION) {
        ends.addFirst(
            new TypedPhrase(
                query.substring(0, skipped + token.start()),
                text(tokens.subList(first, tokens.size())) + (whole ? " " : ""),
                words));
      }
      if (token.first()) {
        break;
      }
    }
    return ends;
  }

  private static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> Spaces.append(text, Vocabulary.fold(token.text())));
    return text.toString();
  }
}
