/** Which photos are learned from and which are measured on, so that none is both. */
@NullMarked
package dev.ocellus.study.split;

import org.jspecify.annotations.NullMarked;
