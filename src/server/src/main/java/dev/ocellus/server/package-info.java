/**
 * The HTTP server: a JSON API over one index, and a page for people.
 *
 * <p>Begin with {@link dev.ocellus.server.OcellusServer}, which puts the parts together, and {@link
 * dev.ocellus.server.ServerOptions}. Then {@code http}, what every request goes through; {@code
 * api}, the searches; {@code photo}, the photos and their thumbnails; {@code page}, the files of
 * the page; {@code metrics}, what is counted.
 */
@NullMarked
package dev.ocellus.server;

import org.jspecify.annotations.NullMarked;
