/**
 * Caption text to lemmas: {@link dev.ocellus.lucene.analysis.CaptionAnalyzer} picks the analyzer of
 * a language, {@link dev.ocellus.lucene.analysis.LemmaAnalyzer} is the one of the languages that
 * have a dictionary.
 */
@NullMarked
package dev.ocellus.lucene.analysis;

import org.jspecify.annotations.NullMarked;
