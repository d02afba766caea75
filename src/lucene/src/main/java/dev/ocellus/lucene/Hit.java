package dev.ocellus.lucene;

import dev.ocellus.fusion.Contribution;
import dev.ocellus.fusion.Feature;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One found photo.
 *
 * @param rank 1 for the best
 * @param id the photo's path relative to the photo folder, with forward slashes
 * @param score 0 to 1: how well the photo matches the query; absolute, whatever else was found
 * @param parts the features that the score was made of; a missing feature has no entry
 * @param contribution how the score came about, or null where it is one feature alone
 * @param caption the caption nearest to the query, or null for a photo without captions
 * @param policyCategories of the content policy that the photo was indexed under, if its captions
 *     match any
 * @param path the photo's file, in the folder that the index was built from
 */
public record Hit(
    int rank,
    String id,
    float score,
    Map<Feature, Float> parts,
    @Nullable Contribution contribution,
    @Nullable String caption,
    List<String> policyCategories,
    Path path) {}
