package dev.ocellus.lucene.suggest;

/**
 * A half-typed query, completed.
 *
 * @param text the whole query, what was typed included
 * @param start of the phrase in it that captions have; what stands before is as typed
 * @param photos number of photos with that phrase in a caption
 * @param corrected whether the phrase begins otherwise than what was typed, by one letter
 */
public record Completion(String text, int start, int photos, boolean corrected) {}
