/**
 * What {@code ocellus demo} asks and shows.
 *
 * <p>Read in this order: {@link dev.ocellus.indextools.demo.DemoQuery} (a query and what must come
 * of it), {@link dev.ocellus.indextools.demo.DemoOutcome} (what came of it), {@link
 * dev.ocellus.indextools.demo.DemoPage} (all of them as one HTML page with the pictures inside).
 */
@NullMarked
package dev.ocellus.indextools.demo;

import org.jspecify.annotations.NullMarked;
