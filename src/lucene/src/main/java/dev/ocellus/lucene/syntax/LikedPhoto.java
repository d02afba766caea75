package dev.ocellus.lucene.syntax;

/**
 * A photo of the index that others shall resemble: {@code like:"2023/IMG_1.jpg"}.
 *
 * @param photo its id, the value of {@link dev.ocellus.lucene.PhotoSchema#ID}; it need not exist
 * @param weight beside the query's other photos and texts; negative where it is subtracted
 * @param column where the query names it, from 1
 */
public record LikedPhoto(String photo, float weight, int column) {}
