/**
 * How vectors are written: Lucene's own formats, each field's as its mapping says.
 *
 * <p>Read in this order: {@link dev.ocellus.opensearch.codec.VectorCodecs} (which indexes this is
 * for), {@code VectorCodecService} (the engine's codecs, with another format for vectors), {@code
 * MappedVectorsFormat} (a field's mapping to a format). Segments name none of these classes: a node
 * without the plugin reads them.
 */
@NullMarked
package dev.ocellus.opensearch.codec;

import org.jspecify.annotations.NullMarked;
