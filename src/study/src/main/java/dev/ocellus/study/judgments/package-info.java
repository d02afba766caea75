/**
 * What there is to know of judgments before anything is learned from them.
 *
 * <p>Read in this order: {@link dev.ocellus.study.judgments.JudgmentSummary} (all of it), its parts
 * {@link dev.ocellus.study.judgments.ExpertSummary}, {@link
 * dev.ocellus.study.judgments.CrowdSummary}, {@link
 * dev.ocellus.study.judgments.ExpertCrowdAgreement}, {@link
 * dev.ocellus.study.judgments.TargetSummary}, {@link dev.ocellus.study.judgments.TextSummary} and
 * {@link dev.ocellus.study.judgments.PhotoSummary} (copies among the photos), and {@link
 * dev.ocellus.study.judgments.JudgmentPage} (it as a page with plots).
 */
@NullMarked
package dev.ocellus.study.judgments;

import org.jspecify.annotations.NullMarked;
