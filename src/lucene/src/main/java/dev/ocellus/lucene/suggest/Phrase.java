package dev.ocellus.lucene.suggest;

/**
 * Words in a row that captions have.
 *
 * @param text the words, as captions write them
 * @param photos number of photos with it
 */
record Phrase(String text, int photos) {}
