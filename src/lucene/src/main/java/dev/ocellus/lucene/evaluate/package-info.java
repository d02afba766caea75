/** Measuring retrieval. */
@NullMarked
package dev.ocellus.lucene.evaluate;

import org.jspecify.annotations.NullMarked;
