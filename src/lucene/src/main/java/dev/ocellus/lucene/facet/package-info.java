/**
 * How the photos that a query found spread over the values of a field: {@link
 * dev.ocellus.lucene.facet.FacetCounter} answers {@link dev.ocellus.lucene.facet.FacetRequest}s
 * with {@link dev.ocellus.lucene.facet.Facet}s.
 */
@NullMarked
package dev.ocellus.lucene.facet;

import org.jspecify.annotations.NullMarked;
