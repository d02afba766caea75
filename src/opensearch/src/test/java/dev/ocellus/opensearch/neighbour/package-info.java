/**
 * Another plugin on the same node: {@code KnnLikePlugin}, whose source is among the resources,
 * stands in for the k-NN plugin.
 */
@NullMarked
package dev.ocellus.opensearch.neighbour;

import org.jspecify.annotations.NullMarked;
