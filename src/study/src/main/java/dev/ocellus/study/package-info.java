/**
 * Experiments: which features, learned how, from whose judgments, say best how well a photo matches
 * a text; and what judgments look like. All that needs heavy libraries is here.
 *
 * <p>Read in this order: {@link dev.ocellus.study.grid} (the experiment), {@link
 * dev.ocellus.study.features} and {@link dev.ocellus.study.learn} (what it is made of), {@link
 * dev.ocellus.study.split} (which photos it is measured on), {@link dev.ocellus.study.publish} (its
 * results), {@link dev.ocellus.study.judgments} (a look at the data), {@link
 * dev.ocellus.study.report} (pages and plots).
 */
@NullMarked
package dev.ocellus.study;

import org.jspecify.annotations.NullMarked;
