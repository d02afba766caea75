package dev.ocellus.indextools;

import dev.ocellus.fusion.metrics.Interval;
import dev.ocellus.indextools.json.EvaluationAnswer;
import dev.ocellus.indextools.json.EvaluationAnswer.Lead;
import dev.ocellus.indextools.json.EvaluationAnswer.Ranking;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Prints the answer of {@code evaluate} for people: recall in percent, MRR and nDCG from 0 to 1.
 */
final class EvaluationTable {

  private final PrintWriter out;
  private final EvaluationAnswer answer;

  private EvaluationTable(PrintWriter out, EvaluationAnswer answer) {
    this.out = out;
    this.answer = answer;
  }

  static void print(PrintWriter out, EvaluationAnswer answer) {
    var table = new EvaluationTable(out, answer);
    table.counts();
    table.figures();
    table.leads();
    table.latency();
  }

  private void counts() {
    out.printf(Locale.ROOT, "%,d queries, %,d photos%n", answer.queries(), answer.photos());
    if (answer.captionless() == answer.photos()) {
      out.println("No photo has captions: only their images are searched.");
    } else if (answer.captionless() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d photos have no captions: only their images are searched.%n",
          answer.captionless());
    }
    if (answer.unknownPhotos() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d queries left out: their photos are not in the index%n",
          answer.unknownPhotos());
    }
  }

  private void figures() {
    out.println();
    out.printf(
        Locale.ROOT,
        "%-9s %-18s %-18s %-18s %-20s %-7s %11s %10s%n",
        "signal",
        "R@1 (95 %)",
        "R@5",
        "R@10",
        "MRR",
        "nDCG@10",
        "median rank",
        "first hits");
    answer.signals().forEach(this::row);
  }

  private void row(String signal, Ranking r) {
    if (r.distinctFirstHits() == 0) {
      out.printf(Locale.ROOT, "%-9s finds nothing%n", signal);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%-9s %-18s %-18s %-18s %-20s %-7.3f %11s %10d%n",
        signal,
        percent(r.recallAt1(), known(r.intervals(), "recall_at_1")),
        percent(r.recallAt5(), known(r.intervals(), "recall_at_5")),
        percent(r.recallAt10(), known(r.intervals(), "recall_at_10")),
        figure("%.3f (%.3f-%.3f)", r.mrr(), known(r.intervals(), "mrr"), 1),
        r.ndcgAt10(),
        r.medianRank() == null ? "not found" : r.medianRank(),
        r.distinctFirstHits());
  }

  private static String percent(double value, Interval interval) {
    return figure("%.1f (%.1f-%.1f)", value, interval, 100);
  }

  private static String figure(String format, double value, Interval interval, double unit) {
    return String.format(
        Locale.ROOT, format, unit * value, unit * interval.low(), unit * interval.high());
  }

  private void leads() {
    var leads = new LinkedHashMap<String, Map<String, Lead>>();
    answer
        .signals()
        .forEach(
            (signal, r) -> {
              if (r.fusedLead() != null && r.distinctFirstHits() > 0) {
                leads.put(signal, r.fusedLead());
              }
            });
    if (leads.isEmpty()) {
      return;
    }
    out.println();
    out.println("The fused score is ahead by (p: paired randomisation test over photos)");
    out.printf(Locale.ROOT, "%-9s %-16s %-16s %-16s %s%n", "of", "R@1", "R@5", "R@10", "MRR");
    leads.forEach(this::lead);
  }

  private void lead(String signal, Map<String, Lead> leads) {
    out.printf(
        Locale.ROOT,
        "%-9s %-16s %-16s %-16s %s%n",
        signal,
        lead("%+.1f", known(leads, "recall_at_1"), 100),
        lead("%+.1f", known(leads, "recall_at_5"), 100),
        lead("%+.1f", known(leads, "recall_at_10"), 100),
        lead("%+.3f", known(leads, "mrr"), 1));
  }

  private static String lead(String format, Lead lead, double unit) {
    var difference = String.format(Locale.ROOT, format, unit * lead.difference());
    return lead.pValue() < .001
        ? difference + " p<0.001"
        : difference + String.format(Locale.ROOT, " p=%.3f", lead.pValue());
  }

  private void latency() {
    out.println();
    out.printf(
        Locale.ROOT, "%-9s %7s %7s  (milliseconds of a fused search)%n", "latency", "p50", "p99");
    for (String part : List.of("", "encode_", "lucene_")) {
      out.printf(
          Locale.ROOT,
          "%-9s %7.2f %7.2f%n",
          part.isEmpty() ? "whole" : part.substring(0, part.length() - 1),
          known(answer.latencyMs(), part + "p50"),
          known(answer.latencyMs(), part + "p99"));
    }
  }

  /** What every signal has by this name. */
  private static <T> T known(Map<String, T> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
