/**
 * Captions to lemmas, for index settings and mappings: {@link
 * dev.ocellus.opensearch.analysis.CaptionAnalysis} names the analyzers and the token filter, which
 * are those of {@link dev.ocellus.lucene.analysis}.
 */
@NullMarked
package dev.ocellus.opensearch.analysis;

import org.jspecify.annotations.NullMarked;
