/**
 * Listings of photos, page by page.
 *
 * <p>Read in this order: {@link dev.ocellus.lucene.page.PhotoPager} (a page of any query), {@link
 * dev.ocellus.lucene.page.PageRequest} and {@link dev.ocellus.lucene.page.PhotoPage} (what it is
 * asked and answers), {@link dev.ocellus.lucene.page.Listing} (what can be listed to its last
 * photo), {@code BandReader} (the order beyond a query's window), {@link
 * dev.ocellus.lucene.page.PageToken} (where a page ended), {@link
 * dev.ocellus.lucene.page.PointsInTime} (the same photos from page to page while the index is
 * written), {@link dev.ocellus.lucene.page.SortKey} (order by a field), {@link
 * dev.ocellus.lucene.page.ScoreCut} (where a result ends).
 */
@NullMarked
package dev.ocellus.lucene.page;

import org.jspecify.annotations.NullMarked;
