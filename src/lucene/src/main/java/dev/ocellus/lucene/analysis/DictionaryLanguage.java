package dev.ocellus.lucene.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.jspecify.annotations.Nullable;

/** A language with a dictionary of lemmas, and what its words need beside it. */
enum DictionaryLanguage {
  ENGLISH("en/english", EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, Spelling.EXACT) {
    @Override
    TokenStream trim(TokenStream words) {
      return new EnglishPossessiveFilter(words);
    }

    /** As typed: fusions learned from words that were looked up so. */
    @Override
    TokenStream spell(TokenStream words, DictionaryWords dictionary) {
      return words;
    }

    @Override
    TokenStream fold(TokenStream lemmas) {
      return new ASCIIFoldingFilter(lemmas);
    }
  },

  RUSSIAN(
      "ru/russian",
      StopWords.without(
          RussianAnalyzer.getDefaultStopSet(), "человек", "жизнь", "один", "два", "три", "много"),
      Spelling.RUSSIAN) {
    @Override
    TokenStream stem(TokenStream lemmas) {
      return new RussianLightStemFilter(lemmas);
    }

    @Override
    TokenStream fold(TokenStream lemmas) {
      return new PatternReplaceFilter(lemmas, YO, "е", true);
    }
  },

  GERMAN(
      "de/german", StopWords.without(GermanAnalyzer.getDefaultStopSet(), "weg"), Spelling.GERMAN) {
    @Override
    TokenStream spell(TokenStream words, DictionaryWords dictionary) {
      return super.spell(ReplacingFilter.byParts(words, new Compounds(dictionary)), dictionary);
    }

    @Override
    TokenStream stem(TokenStream lemmas) {
      return new GermanLightStemFilter(lemmas);
    }

    @Override
    TokenStream fold(TokenStream lemmas) {
      return new GermanNormalizationFilter(lemmas);
    }
  },

  FRENCH("fr/french", FrenchAnalyzer.getDefaultStopSet(), Spelling.FRENCH) {
    @Override
    TokenStream trim(TokenStream words) {
      return new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
    }

    @Override
    TokenStream stem(TokenStream lemmas) {
      return new FrenchLightStemFilter(lemmas);
    }

    /** The dictionary has "yeux" as a word of its own. */
    @Override
    TokenStream spell(TokenStream words, DictionaryWords dictionary) {
      return super.spell(new PatternReplaceFilter(words, EYES, "œil", true), dictionary);
    }

    @Override
    TokenStream fold(TokenStream lemmas) {
      return new ASCIIFoldingFilter(lemmas);
    }
  };

  private static final Pattern YO = Pattern.compile("ё");
  private static final Pattern EYES = Pattern.compile("^yeux$");

  private final String dictionary;
  private final CharArraySet stopWords;
  private final Spelling spelling;
  private @Nullable DictionaryWords words;

  DictionaryLanguage(String dictionary, CharArraySet stopWords, Spelling spelling) {
    this.dictionary = dictionary;
    this.stopWords = stopWords;
    this.spelling = spelling;
  }

  CharArraySet stopWords() {
    return stopWords;
  }

  /** Its dictionary, some megabytes, read when it is first asked for. */
  synchronized DictionaryWords words() {
    if (words == null) {
      words = DictionaryWords.read("org/languagetool/resource/" + dictionary + ".dict", spelling);
    }
    return words;
  }

  /** Takes off what is written together with a word and is none of it: 's, l'. */
  TokenStream trim(TokenStream words) {
    return words;
  }

  /** Turns words as people type them into words as the dictionary has them. */
  TokenStream spell(TokenStream words, DictionaryWords dictionary) {
    return ReplacingFilter.byForms(words, dictionary);
  }

  /** Stems what the dictionary lacks; its lemmas are marked as keywords. */
  TokenStream stem(TokenStream lemmas) {
    return lemmas;
  }

  /** Makes equal what people type for each other, with and without diacritics. */
  abstract TokenStream fold(TokenStream lemmas);
}
