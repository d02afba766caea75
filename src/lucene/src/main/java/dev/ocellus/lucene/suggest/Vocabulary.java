package dev.ocellus.lucene.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The distinct words of the captions, numbered from 0, and how each is written. */
final class Vocabulary {

  private static final class Word {
    final int id;
    final String form;
    int capital;
    int small;
    int photos;
    int lastPhoto = -1;
    String written;

    Word(int id, String form, String written) {
      this.id = id;
      this.form = form;
      this.written = written;
    }
  }

  private final Map<String, Word> byForm = new HashMap<>();
  private final List<Word> words = new ArrayList<>();

  /** Counts a word of a photo's captions, and returns its number. */
  int add(CaptionWords.Token token, int photo) {
    String form = fold(token.text());
    Word word = byForm.get(form);
    if (word == null) {
      word = new Word(words.size(), form, form);
      byForm.put(form, word);
      words.add(word);
    }
    // What begins a sentence says nothing of how a word is written elsewhere.
    if (!token.first()) {
      if (token.text().equals(form)) {
        word.small++;
      } else {
        word.capital++;
        word.written = token.text();
      }
    }
    if (word.lastPhoto != photo) {
      word.lastPhoto = photo;
      word.photos++;
    }
    return word.id;
  }

  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  int size() {
    return words.size();
  }

  /** The word in small letters. */
  String form(int id) {
    return words.get(id).form;
  }

  /** The word as most captions write it inside a sentence: "Paris", "dog". */
  String written(int id) {
    Word word = words.get(id);
    return word.capital > word.small ? word.written : word.form;
  }

  /** Number of photos whose captions have the word. */
  int photos(int id) {
    return words.get(id).photos;
  }
}
