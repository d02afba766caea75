/** Caption text to lemmas. */
@NullMarked
package dev.ocellus.lucene.analysis;

import org.jspecify.annotations.NullMarked;
