/**
 * Caption text to lemmas.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.analysis.CaptionAnalyzer} (the analyzer of a
 * language, as an index records it), {@code LanguageAnalyzers} (which that is), {@code
 * LemmaAnalyzer}, {@link dev.ocellus.lucene.analysis.LemmaFilter} and {@code DictionaryLanguage}
 * (languages with a dictionary), {@code DictionaryWords} (its words as people type them), {@code
 * Compounds} (German words of several words); {@link dev.ocellus.lucene.analysis.LanguageDetector}
 * and {@code AnyLanguage} (captions that are each in a language of their own).
 */
@NullMarked
package dev.ocellus.lucene.analysis;

import org.jspecify.annotations.NullMarked;
