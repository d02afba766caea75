/**
 * What hits show beside their documents: {@link dev.ocellus.opensearch.fetch.SubScores} adds the
 * parts of their scores.
 */
@NullMarked
package dev.ocellus.opensearch.fetch;

import org.jspecify.annotations.NullMarked;
