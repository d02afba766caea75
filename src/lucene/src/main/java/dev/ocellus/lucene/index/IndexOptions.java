package dev.ocellus.lucene.index;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to index, and where.
 *
 * @param photos folder of photos, searched recursively
 * @param index folder of the index; made if it is not there
 * @param captions caption table, or null for none; photos indexed before keep their captions only
 *     if the table is given again
 * @param model an encoder's id or folder, as {@link dev.ocellus.encode.ModelStore#open} takes it
 * @param language of the captions, ISO 639-1
 * @param threads computing threads of the encoder, and decoding threads beside it; at least 1
 * @param batchSize photos encoded at once, at least 1
 */
public record IndexOptions(
    Path photos,
    Path index,
    @Nullable Path captions,
    String model,
    String language,
    int threads,
    int batchSize) {}
