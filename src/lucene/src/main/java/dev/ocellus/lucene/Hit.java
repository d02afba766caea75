package dev.ocellus.lucene;

import dev.ocellus.fusion.Feature;
import dev.ocellus.lucene.explain.HitExplanation;
import dev.ocellus.lucene.highlight.HighlightedCaption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One found photo.
 *
 * @param rank 1 for the best
 * @param id the photo's path relative to the photo folder, with forward slashes
 * @param score 0 to 1: how well the photo matches the query; absolute, whatever else was found. 1
 *     where the query is made of conditions alone
 * @param parts the features of the first text that is searched for; a missing feature has no entry
 * @param explanation how the score came about; null unless asked for, or where nothing is scored
 * @param caption the caption nearest to the query, or null for a photo without captions
 * @param captions all captions with the words that matched, the nearest first; empty unless asked
 *     for
 * @param alike ids of the hits that this one stands for, best first
 * @param fields the photo's own fields; empty unless asked for
 * @param policyCategories of the content policy that the photo was indexed under, if its captions
 *     match any
 * @param path the photo's file, in the folder that the index was built from
 */
public record Hit(
    int rank,
    String id,
    float score,
    Map<Feature, Float> parts,
    @Nullable HitExplanation explanation,
    @Nullable String caption,
    List<HighlightedCaption> captions,
    List<String> alike,
    Map<String, List<Object>> fields,
    List<String> policyCategories,
    Path path) {}
