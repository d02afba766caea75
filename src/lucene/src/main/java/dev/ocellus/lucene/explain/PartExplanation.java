package dev.ocellus.lucene.explain;

import org.jspecify.annotations.Nullable;

/**
 * One part of a query and a photo.
 *
 * @param wanted whether the photo should fit it
 * @param probability that it does, 0 to 1: that of the text or of the likeness, or where there are
 *     both, the one whose log-odds are {@code 1 - pictureWeight} times the text's plus {@code
 *     pictureWeight} times the likeness's
 * @param factor what the score is multiplied by, 0 to 1: of a wanted part the probability, of an
 *     unwanted one {@link dev.ocellus.lucene.query.UnwantedRule#factor} of it
 * @param pictureWeight 0 of a text alone, 1 of pictures alone
 * @param text how probable it is that its text fits, or null of a part without one
 * @param likeness how probable it is by its pictures, or null of a part without any
 * @param sentence how the part came out, in English
 */
public record PartExplanation(
    boolean wanted,
    double probability,
    double factor,
    double pictureWeight,
    @Nullable TextExplanation text,
    @Nullable LikenessExplanation likeness,
    String sentence) {}
