package dev.ocellus.lucene.suggest;

import dev.ocellus.lucene.QueryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.search.suggest.Lookup.LookupResult;

/**
 * Completes a half-typed query by phrases of captions.
 *
 * <p>Of what was typed the longest end counts that begins a phrase: "two do" becomes "two dogs on
 * the beach"; "an old photo of two do", which no caption has, too, with its beginning as typed
 * ("stupid backoff", Brants et al. 2007, without its weights). Where nothing fits, one letter may
 * be wrong. Safe for use by several threads.
 */
public final class Completer {

  /** Most completions that may be asked for. */
  public static final int MOST = 100;

  private final PhraseLookup phrases;

  Completer(PhraseLookup phrases) {
    this.phrases = phrases;
  }

  /**
   * The completions of a text, the longest known beginning first, then the most frequent.
   *
   * @param typed the query so far; a space at its end says that the last word is whole
   * @param top at most so many, 1 to {@link #MOST}
   * @param allowed whether a completed query may be shown
   * @throws QueryException if {@code top} is out of range
   */
  public List<Completion> complete(String typed, int top, Predicate<String> allowed)
      throws IOException {
    if (top < 1 || top > MOST) {
      throw new QueryException("top must be in [1, %d], got %d".formatted(MOST, top));
    }
    List<TypedPhrase> ends = TypedPhrase.endsOf(typed);
    Map<String, Completion> completions = new LinkedHashMap<>();
    List<TypedPhrase> several = ends.stream().filter(end -> end.words() > 1).toList();
    for (TypedPhrase end : several) {
      if (completions.size() < top) {
        add(end, phrases.startingWith(end.text(), top + 1), false, completions, allowed);
      }
    }
    for (TypedPhrase end : several) {
      if (completions.isEmpty() && end.words() <= PhraseCounter.LONGEST) {
        add(end, phrases.startingNearly(end.text(), top + 1), true, completions, allowed);
      }
    }
    // The last word alone leaves all the others out of account: only where nothing else is known.
    if (completions.isEmpty() && !ends.isEmpty()) {
      TypedPhrase last = ends.getLast();
      add(last, phrases.startingWith(last.text(), top + 1), false, completions, allowed);
      if (completions.isEmpty()) {
        add(last, phrases.startingNearly(last.text(), top + 1), true, completions, allowed);
      }
    }
    return new ArrayList<>(completions.values()).subList(0, Math.min(top, completions.size()));
  }

  private static void add(
      TypedPhrase end,
      List<LookupResult> found,
      boolean corrected,
      Map<String, Completion> completions,
      Predicate<String> allowed) {
    for (LookupResult phrase : found) {
      String text = end.before() + phrase.key;
      boolean same = Vocabulary.fold(phrase.key.toString()).equals(end.text().strip());
      if (!same && allowed.test(text)) {
        Completion completion =
            new Completion(text, end.before().length(), (int) phrase.value, corrected);
        completions.putIfAbsent(Vocabulary.fold(text), completion);
      }
    }
  }
}
