package dev.ocellus.lucene.suggest;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;

/** The words of all captions one after the other, as numbers of a {@link Vocabulary}. */
final class CountedCaptions {

  /**
   * Share of its places at which a function word begins a caption, from which on it is one that
   * opens phrases, as articles do, and never closes the one before it.
   */
  private static final double OPENER_SHARE = 0.1;

  private final FunctionWords functionWords;
  private final Vocabulary vocabulary = new Vocabulary();
  private int[] words = new int[1024];
  private int[] photos = new int[1024];
  private boolean[] firsts = new boolean[1024];
  private int length;
  private boolean[] functions = new boolean[0];
  private boolean[] openers = new boolean[0];

  CountedCaptions(FunctionWords functionWords) {
    this.functionWords = functionWords;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Adds a caption; those of one photo come one after the other. */
  void add(List<CaptionWords.Token> caption, int photo) {
    for (CaptionWords.Token token : caption) {
      if (length == words.length) {
        words = ArrayUtil.grow(words);
        photos = Arrays.copyOf(photos, words.length);
        firsts = Arrays.copyOf(firsts, words.length);
      }
      words[length] = vocabulary.add(token, photo);
      photos[length] = photo;
      firsts[length] = token.first();
      length++;
    }
  }

  /** Tells function words apart, once all captions are there. */
  void finish() {
    functions = new boolean[vocabulary.size()];
    openers = new boolean[vocabulary.size()];
    for (int word = 0; word < functions.length; word++) {
      functions[word] = functionWords.contains(vocabulary.form(word));
    }
    int[] occurrences = new int[functions.length];
    int[] opening = new int[functions.length];
    for (int i = 0; i < length; i++) {
      occurrences[words[i]]++;
      opening[words[i]] += firsts[i] ? 1 : 0;
    }
    for (int word = 0; word < functions.length; word++) {
      openers[word] = functions[word] && opening[word] >= OPENER_SHARE * occurrences[word];
    }
  }

  /** Number of words, all captions together. */
  int length() {
    return length;
  }

  /** The word at a place. */
  int word(int place) {
    return words[place];
  }

  /** The photo of a place. */
  int photo(int place) {
    return photos[place];
  }

  /** Whether the place is within the captions and follows the one before without a sign between. */
  boolean joined(int place) {
    return place < length && !firsts[place];
  }

  /** Whether a phrase of its own begins at the place. */
  boolean opens(int place) {
    return firsts[place];
  }

  /** Whether a phrase that ends with this place ends there in its caption, too. */
  boolean closes(int place) {
    int next = place + 1;
    return !joined(next) || (functions[words[next]] && !openers[words[next]]);
  }

  boolean isFunctionWord(int word) {
    return functions[word];
  }
}
