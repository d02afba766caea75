/** Experiments: which features, learned how, say best how well a photo matches a text. */
@NullMarked
package dev.ocellus.study;

import org.jspecify.annotations.NullMarked;
