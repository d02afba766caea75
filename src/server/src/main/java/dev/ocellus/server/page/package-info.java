/** The web page: {@link dev.ocellus.server.page.PageFiles} serves its files from the class path. */
@NullMarked
package dev.ocellus.server.page;

import org.jspecify.annotations.NullMarked;
