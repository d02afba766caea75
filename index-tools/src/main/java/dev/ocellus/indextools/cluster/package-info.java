/**
 * {@code ocellus index --to}: photos into an index of a search cluster, over HTTP.
 *
 * <p>Read in this order: {@link dev.ocellus.indextools.cluster.ClusterOptions} (where to, and as
 * whom), {@link dev.ocellus.indextools.cluster.ClusterTarget} (what {@link
 * dev.ocellus.lucene.index.TargetIndexer} asks of a cluster's index), {@link
 * dev.ocellus.indextools.cluster.BulkSink} (photos on their way), {@link
 * dev.ocellus.indextools.cluster.ClusterClient} (requests, tried again as long as {@link
 * dev.ocellus.indextools.cluster.Patience} lasts).
 */
@NullMarked
package dev.ocellus.indextools.cluster;

import org.jspecify.annotations.NullMarked;
