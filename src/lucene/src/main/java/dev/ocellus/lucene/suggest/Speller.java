package dev.ocellus.lucene.suggest;

import dev.ocellus.lucene.suggest.CaptionWords.Token;
import dev.ocellus.lucene.suggest.Correction.Change;
import dev.ocellus.lucene.suggest.SpellingIndex.Spelling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts words right by the words of captions, inflected as typed: "childern" becomes "children". Of
 * the words one edit away the most frequent is taken, else of those two away. Safe for use by
 * several threads.
 */
public final class Speller {

  /** A shorter word is one letter away from too many others. */
  private static final int SHORTEST = 3;

  /** From this length on, two letters may be wrong. */
  private static final int SHORTEST_OF_TWO_EDITS = 6;

  /** A word that one photo in so many has may be a misspelling itself... */
  private static final int PHOTOS_PER_MISSPELLING = 2_000;

  /** ...but not if so many photos have it. */
  private static final int ENOUGH_PHOTOS = 5;

  private final SpellingIndex index;
  private final int fewestPhotos;

  Speller(Vocabulary words, int photos) throws IOException {
    this.index = new SpellingIndex(words);
    this.fewestPhotos = Math.clamp(photos / PHOTOS_PER_MISSPELLING + 1, 1, ENOUGH_PHOTOS);
  }

  /**
   * The query with its unknown words put right, or null if none can be.
   *
   * @param unknown words of the query, in order
   * @param allowed whether the corrected query may be shown
   */
  @Nullable Correction correct(String query, List<Token> unknown, Predicate<String> allowed)
      throws IOException {
    StringBuilder text = new StringBuilder();
    List<Change> changes = new ArrayList<>();
    int done = 0;
    for (Token word : unknown) {
      Spelling meant = meant(query, word);
      if (meant != null) {
        String to = inCase(word.text(), meant.word());
        int start = text.append(query, done, word.start()).length();
        int end = text.append(to).length();
        changes.add(new Change(start, end, word.text(), to, meant.photos()));
        done = word.end();
      }
    }
    text.append(query, done, query.length());
    return changes.isEmpty() || !allowed.test(text.toString())
        ? null
        : new Correction(text.toString(), changes);
  }

  private @Nullable Spelling meant(String query, Token word) throws IOException {
    int length = word.text().codePointCount(0, word.text().length());
    if (length < SHORTEST) {
      return null;
    }
    Spelling best = index.mostFrequent(word.text(), 1, fewestPhotos);
    if (best == null && length >= SHORTEST_OF_TWO_EDITS) {
      best = index.mostFrequent(word.text(), 2, fewestPhotos);
    }
    return best != null && isName(query, word) && !isCapital(best.word()) ? null : best;
  }

  /** A capital letter within a text otherwise written small is a name's. */
  private static boolean isName(String query, Token word) {
    boolean inside = !query.substring(0, word.start()).isBlank();
    return inside && isCapital(word.text()) && !query.equals(query.toUpperCase(Locale.ROOT));
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  private static String inCase(String typed, String word) {
    if (typed.length() > 1 && typed.equals(typed.toUpperCase(Locale.ROOT))) {
      return word.toUpperCase(Locale.ROOT);
    }
    return isCapital(typed)
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : word;
  }
}
