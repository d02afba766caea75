package dev.ocellus.lucene.search;

import org.jspecify.annotations.Nullable;

/**
 * A picture to search by, encoded. The array is not copied.
 *
 * @param vector unit vector
 * @param weight as {@link PictureQuery#weight}
 * @param id of the photo of the index that it is, which is not among the hits; else null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PictureVector(float[] vector, double weight, @Nullable String id) {}
