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
    line("%,d queries, %,d photos", answer.queries(), answer.photos());
    if (answer.captionless() == answer.photos()) {
      line("No photo has captions: only their images are searched.");
    } else if (answer.captionless() > 0) {
      line("%,d photos have no captions: only their images are searched.", answer.captionless());
    }
    if (answer.unknownPhotos() > 0) {
      line("%,d queries left out: their photos are not in the index", answer.unknownPhotos());
    }
  }

  private void figures() {
    line("");
    line(
        "%-9s %-18s %-18s %-18s %-20s %-7s %11s %10s",
        "signal", "R@1 (95 %)", "R@5", "R@10", "MRR", "nDCG@10", "median rank", "first hits");
    answer.signals().forEach(this::row);
  }

  private void row(String signal, Ranking r) {
    if (r.distinctFirstHits() == 0) {
      line("%-9s finds nothing", signal);
      return;
    }
    line(
        "%-9s %-18s %-18s %-18s %-20s %-7.3f %11s %10d",
        signal,
        percent(r.recallAt1(), r.intervals().get("recall_at_1")),
        percent(r.recallAt5(), r.intervals().get("recall_at_5")),
        percent(r.recallAt10(), r.intervals().get("recall_at_10")),
        figure("%.3f (%.3f-%.3f)", r.mrr(), r.intervals().get("mrr"), 1),
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
    line("");
    line("The fused score is ahead by (p: paired randomisation test over photos)");
    line("%-9s %-16s %-16s %-16s %-16s", "of", "R@1", "R@5", "R@10", "MRR");
    leads.forEach(this::lead);
  }

  private void lead(String signal, Map<String, Lead> leads) {
    line(
        "%-9s %-16s %-16s %-16s %-16s",
        signal,
        lead("%+.1f", leads.get("recall_at_1"), 100),
        lead("%+.1f", leads.get("recall_at_5"), 100),
        lead("%+.1f", leads.get("recall_at_10"), 100),
        lead("%+.3f", leads.get("mrr"), 1));
  }

  private static String lead(String format, Lead lead, double unit) {
    var difference = String.format(Locale.ROOT, format, unit * lead.difference());
    return lead.pValue() < .001
        ? difference + " p<0.001"
        : difference + String.format(Locale.ROOT, " p=%.3f", lead.pValue());
  }

  private void latency() {
    line("");
    line("%-9s %7s %7s  (milliseconds of a fused search)", "latency", "p50", "p99");
    for (String part : List.of("", "encode_", "lucene_")) {
      line(
          "%-9s %7.2f %7.2f",
          part.isEmpty() ? "whole" : part.substring(0, part.length() - 1),
          answer.latencyMs().get(part + "p50"),
          answer.latencyMs().get(part + "p99"));
    }
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
