/**
 * The page in a real Chromium, found on the machine; without one these tests are skipped.
 *
 * <p>A test begins with a {@code Visitor}, who opens a {@code PhotoPage} of a {@code Site}: a
 * server over the photos of testdata/. {@code Watch} fails any test whose page complains on its
 * console or asks another host. Pictures of the page are kept in {@code target/screenshots}.
 */
@NullMarked
package dev.ocellus.server.browser;

import org.jspecify.annotations.NullMarked;
