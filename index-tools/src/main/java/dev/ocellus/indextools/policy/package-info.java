/** {@code ocellus policy}: looks at a content policy and measures it, one class a command. */
@NullMarked
package dev.ocellus.indextools.policy;

import org.jspecify.annotations.NullMarked;
