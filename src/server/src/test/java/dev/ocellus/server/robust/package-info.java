/**
 * The server among clients that are slow, many or gone, over an index that changes, and while it
 * stops.
 */
@NullMarked
package dev.ocellus.server.robust;

import org.jspecify.annotations.NullMarked;
