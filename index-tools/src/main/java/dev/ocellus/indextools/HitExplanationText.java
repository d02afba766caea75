package dev.ocellus.indextools;

import dev.ocellus.lucene.explain.FeatureExplanation;
import dev.ocellus.lucene.explain.HitExplanation;
import dev.ocellus.lucene.explain.LikenessExplanation;
import dev.ocellus.lucene.explain.PartExplanation;
import dev.ocellus.lucene.explain.TextExplanation;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a score came about, for a terminal: a line a feature with its value, log-odds and meaning.
 */
final class HitExplanationText {

  private HitExplanationText() {}

  static void print(PrintWriter out, HitExplanation explanation) {
    for (PartExplanation part : explanation.parts()) {
      out.println(HitList.INDENT + Printable.line(part.sentence()));
      TextExplanation text = part.text();
      if (text != null) {
        print(out, text);
      }
      LikenessExplanation likeness = part.likeness();
      if (likeness != null) {
        line(out, "likeness", value(likeness.cosine()), likeness.logOdds(), likeness.sentence());
        line(out, "start", "", likeness.intercept(), "");
      }
    }
  }

  private static void print(PrintWriter out, TextExplanation text) {
    Double intercept = text.intercept();
    double sum = intercept == null ? 0 : intercept;
    for (FeatureExplanation told : text.features()) {
      Double added = told.logOdds();
      if (told.value() == null && (added == null || added == 0)) {
        continue;
      }
      sum += added == null ? 0 : added;
      Float value = told.value();
      line(
          out,
          told.feature().key(),
          value(value == null ? null : value.doubleValue()),
          added,
          told.sentence());
    }
    if (intercept != null) {
      line(out, "start", "", intercept, "");
      line(out, "log-odds", "", sum, "(" + text.regime() + ")");
    }
  }

  private static String value(@Nullable Double value) {
    return value == null ? "missing" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static void line(
      PrintWriter out, String name, String value, @Nullable Double logOdds, String says) {
    String added = logOdds == null ? " ".repeat(8) : String.format(Locale.ROOT, "%+8.3f", logOdds);
    out.println(
        "%s%-16s %8s %s  %s"
            .formatted(HitList.INDENT, name, value, added, Printable.line(says))
            .stripTrailing());
  }
}
