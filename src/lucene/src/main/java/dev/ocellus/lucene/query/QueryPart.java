package dev.ocellus.lucene.query;

/**
 * Something that a photo fits with a probability: a text, pictures, or a text and pictures weighed
 * against each other. A value.
 */
public sealed interface QueryPart permits TextPart, LikePart, MixedPart {}
