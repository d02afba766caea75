/**
 * The encoders of a node: texts and photos to vectors, off the threads that search and talk.
 *
 * <p>Read in this order: {@link dev.ocellus.opensearch.encode.EncodingService} (what others ask
 * for) and {@link dev.ocellus.opensearch.encode.TextToEncode}; {@link
 * dev.ocellus.opensearch.encode.NodeEncoding} (who answers); {@code Admission} with {@code
 * MemoryLease} (what is refused when there is too much); {@code TextQueue} and {@code TextBatches}
 * (queries that wait together are encoded together), {@code VectorCache}; {@code DocumentBatches}
 * and {@code PhotoBatches} (what is indexed) with {@code PhotoLimits}; {@code NodeModels} and
 * {@code NativeCode} (how encoders are opened in a plugin); {@link
 * dev.ocellus.opensearch.encode.EncodeSettings}; {@link
 * dev.ocellus.opensearch.encode.EncodedTextCodec} (encoded texts between nodes); {@link
 * dev.ocellus.opensearch.encode.EncodingStats}.
 */
@NullMarked
package dev.ocellus.opensearch.encode;

import org.jspecify.annotations.NullMarked;
