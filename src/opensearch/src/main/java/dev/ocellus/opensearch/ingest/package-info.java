/**
 * The ingest processor {@code ocellus_encode}: a photo and its captions, as a client sends them,
 * become what a photo's document holds.
 *
 * <p>Read in this order: {@link dev.ocellus.opensearch.ingest.EncodeProcessorFactory} (its
 * options), {@link dev.ocellus.opensearch.ingest.EncodeProcessor} (a batch of documents), {@code
 * DocumentReader} (what a document asks for) with {@code PhotoRoots} (which files it may name),
 * {@code DocumentWriter} (what it gets).
 */
@NullMarked
package dev.ocellus.opensearch.ingest;

import org.jspecify.annotations.NullMarked;
