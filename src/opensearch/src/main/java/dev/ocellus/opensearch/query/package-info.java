/**
 * The query {@code ocellus}.
 *
 * <p>On the coordinating node, in this order: {@link
 * dev.ocellus.opensearch.query.OcellusQueryBuilder} (the query and the way that it takes), {@link
 * dev.ocellus.opensearch.query.QueryRequest} and {@code RequestParser} (what a request says),
 * {@code Coordinator} (what is wrong with it, and what has to be encoded: a {@code QueryPlan}),
 * {@code SearchedIndices}, {@code IndexFields}, {@code StateFields} and {@code StateValues}
 * (indices and fields as the cluster's state has them), {@code Preparation} and {@code NamedPhotos}
 * (the vectors), {@code PreparedQuery} (what is sent to the shards).
 *
 * <p>On a shard: {@code ShardQuery} (request to Lucene's query, by the same {@link
 * dev.ocellus.lucene.search.HybridCompiler} as embedded), {@code ShardFields} (conditions by the
 * mapping's types), {@code ShardCondition} (which photos), {@code ShardSource} (vectors and words),
 * {@code ShardLayout} (where photos are held), {@code ShardSearcher} (candidates within
 * OpenSearch's searcher).
 */
@NullMarked
package dev.ocellus.opensearch.query;

import org.jspecify.annotations.NullMarked;
