package dev.ocellus.study.grid;

import dev.ocellus.fusion.data.JudgedPair;

/**
 * A judged pair by numbers.
 *
 * @param judged what people said
 * @param photo number of the photo
 * @param text number of the text
 */
record StudyPair(JudgedPair judged, int photo, int text) {}
