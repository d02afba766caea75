package dev.ocellus.study.report;

import java.util.List;

/** Takes what a study has to show, from top to bottom. */
public interface Report {

  /**
   * A histogram to show.
   *
   * @param labels what it is of
   * @param histogram its bars
   */
  record Bars(Plots.Labels labels, Histogram histogram) {}

  /** Begins a section. */
  Report section(String heading);

  /** A paragraph. */
  Report text(String paragraph);

  /** A table. */
  Report table(Table table);

  /** A list of short texts. */
  Report list(List<String> items);

  /** Histograms, which belong together. */
  Report histograms(List<Bars> histograms);
}
