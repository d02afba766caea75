/**
 * What a study has to show: as text, or as one HTML page that needs no other file and no network.
 *
 * <p>Read in this order: {@link dev.ocellus.study.report.Report} (headings, texts, tables and
 * histograms, one after the other), {@link dev.ocellus.study.report.ReportPage} (it as HTML, with
 * plots of any kind), {@link dev.ocellus.study.report.ReportText} (it on a terminal), {@link
 * dev.ocellus.study.report.Plots} (bars, lines, reliability, points), {@link
 * dev.ocellus.study.report.Histogram} (numbers counted for bars), {@link
 * dev.ocellus.study.report.Html} (text inside HTML).
 */
@NullMarked
package dev.ocellus.study.report;

import org.jspecify.annotations.NullMarked;
