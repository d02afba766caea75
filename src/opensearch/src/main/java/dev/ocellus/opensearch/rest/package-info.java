/**
 * The REST requests below {@code _ocellus}.
 *
 * <p>Read in this order: {@link dev.ocellus.opensearch.rest.OcellusRest} (all of them), {@code
 * RestReportAction} with {@code TransportNodesReportAction} (what every node tells of itself:
 * {@code NodeReport}), {@code RestEncodeAction} with {@code TransportEncodeAction} (texts and
 * photos to vectors), {@link dev.ocellus.opensearch.rest.SearchLatencies} (how long searches take).
 */
@NullMarked
package dev.ocellus.opensearch.rest;

import org.jspecify.annotations.NullMarked;
