package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.metrics.RetrievalMetrics;
import java.util.Map;

/**
 * What {@link RetrievalEvaluation} measured.
 *
 * @param queries number of queries scored
 * @param unknownPhotos number of queries left out because the index has no such photo
 * @param photos number of photos in the index
 * @param signals the ranking's figures by signal: fused, image, captions, bm25, rrf, in this order
 * @param latencyMillis of a whole fused search: {@code p50}, {@code p99}; and of its two parts:
 *     {@code encode_p50}, {@code encode_p99}, {@code lucene_p50}, {@code lucene_p99}
 */
public record EvaluationReport(
    int queries,
    int unknownPhotos,
    int photos,
    Map<String, RetrievalMetrics> signals,
    Map<String, Double> latencyMillis) {}
