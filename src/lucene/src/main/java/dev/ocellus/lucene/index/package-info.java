/** Photo files to documents: the indexing run. */
@NullMarked
package dev.ocellus.lucene.index;

import org.jspecify.annotations.NullMarked;
