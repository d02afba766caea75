/** The hybrid query: candidates, features, score. */
@NullMarked
package dev.ocellus.lucene.query;

import org.jspecify.annotations.NullMarked;
