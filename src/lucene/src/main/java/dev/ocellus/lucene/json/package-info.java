/**
 * Requests and answers as JSON, version {@value dev.ocellus.lucene.json.SearchRequestJson#VERSION}:
 * {@link dev.ocellus.lucene.json.SearchRequestJson} reads what {@code search-request.schema.json}
 * beside it describes, {@link dev.ocellus.lucene.json.SearchAnswer} is what is written, as {@code
 * search-answer.schema.json} describes it.
 */
@NullMarked
package dev.ocellus.lucene.json;

import org.jspecify.annotations.NullMarked;
