/**
 * The experiment: every cell of features x learner x target is fitted and measured.
 *
 * <p>Read in this order: {@link dev.ocellus.study.grid.StudyOptions}, {@code StudyData} (photos,
 * texts and judged pairs by numbers), {@code FeatureSet} and {@code FeatureCatalogue} (what can be
 * learned from), {@link dev.ocellus.study.grid.Cell} and {@code Grid} (what is tried), {@code
 * CellRunner} (one cell over all splits), {@link dev.ocellus.study.grid.Figures} (what it is
 * worth), {@code ResultStore} (finished cells are kept), {@link dev.ocellus.study.grid.Study} (all
 * of it, resumable).
 */
@NullMarked
package dev.ocellus.study.grid;

import org.jspecify.annotations.NullMarked;
