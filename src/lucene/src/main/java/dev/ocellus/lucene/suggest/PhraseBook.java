package dev.ocellus.lucene.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases that complete a query: every word, whole short captions (or their parts between
 * commas), and what several photos' captions share, cut where captions themselves make a cut: "dog
 * on the beach", not "dog on the" and not "man in a red".
 */
final class PhraseBook {

  /** Words of the longest caption that is offered whole. */
  static final int LONGEST_CAPTION = 10;

  /** Share of its places at which a phrase begins or ends in its caption, to be offered. */
  private static final double CUT_SHARE = 0.2;

  private final CountedCaptions captions;
  private final Map<String, Phrase> byKey = new HashMap<>();

  private PhraseBook(CountedCaptions captions) {
    this.captions = captions;
  }

  /** The phrases of captions, none twice, in no order. */
  static List<Phrase> of(CountedCaptions captions) {
    PhraseBook book = new PhraseBook(captions);
    book.addWords();
    PhraseCounter.count(captions, book::add);
    book.addWholes();
    return new ArrayList<>(book.byKey.values());
  }

  private void addWords() {
    Vocabulary vocabulary = captions.vocabulary();
    for (int word = 0; word < vocabulary.size(); word++) {
      if (!captions.isFunctionWord(word)) {
        put(new Phrase(vocabulary.written(word), vocabulary.photos(word)));
      }
    }
  }

  private void add(int[] words, PhraseCounter.Node counts) {
    boolean ends =
        !captions.isFunctionWord(words[words.length - 1])
            && counts.closes >= CUT_SHARE * counts.occurrences;
    boolean begins =
        !captions.isFunctionWord(words[0]) || counts.opens >= CUT_SHARE * counts.occurrences;
    if (words.length > 1 && ends && begins) {
      put(new Phrase(text(words), counts.photos));
    }
  }

  /** Phrases longer than {@link PhraseCounter#LONGEST} words have not been counted. */
  private void addWholes() {
    Map<String, Integer> lastPhotos = new HashMap<>();
    Map<String, Integer> photos = new HashMap<>();
    for (int start = 0; start < captions.length(); ) {
      int end = start + 1;
      while (captions.joined(end)) {
        end++;
      }
      if (end - start > 1
          && end - start <= LONGEST_CAPTION
          && !captions.isFunctionWord(captions.word(end - 1))) {
        String text = text(words(start, end));
        Integer last = lastPhotos.put(text, captions.photo(start));
        if (last == null || last != captions.photo(start)) {
          photos.merge(text, 1, Integer::sum);
        }
      }
      start = end;
    }
    photos.forEach((text, count) -> put(new Phrase(text, count)));
  }

  private int[] words(int start, int end) {
    int[] words = new int[end - start];
    Arrays.setAll(words, i -> captions.word(start + i));
    return words;
  }

  private void put(Phrase phrase) {
    byKey.merge(Vocabulary.fold(phrase.text()), phrase, (a, b) -> a.photos() >= b.photos() ? a : b);
  }

  private String text(int[] words) {
    StringBuilder text = new StringBuilder();
    for (int word : words) {
      Spaces.append(text, captions.vocabulary().written(word));
    }
    return text.toString();
  }
}
