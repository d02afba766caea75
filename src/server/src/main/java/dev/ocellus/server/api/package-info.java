/**
 * What is asked of the index: searches ({@link dev.ocellus.server.api.SearchEndpoint}),
 * completions, facets, and what it holds. {@link dev.ocellus.server.api.LiveIndex} is the index,
 * also while it is replaced or broken; {@link dev.ocellus.server.api.SearchParameters} says how a
 * request's parameters are the JSON of {@code dev.ocellus.lucene.json}.
 */
@NullMarked
package dev.ocellus.server.api;

import org.jspecify.annotations.NullMarked;
