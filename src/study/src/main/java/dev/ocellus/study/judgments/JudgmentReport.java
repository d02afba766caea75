package dev.ocellus.study.judgments;

import dev.ocellus.study.report.Histogram;
import dev.ocellus.study.report.Plots.Labels;
import dev.ocellus.study.report.Report;
import dev.ocellus.study.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what there is to know of judgments into a report. */
public final class JudgmentReport {
  private static final int NAMED = 10;

  private final JudgmentSummary summary;
  private final Report report;

  private JudgmentReport(JudgmentSummary summary, Report report) {
    this.summary = summary;
    this.report = report;
  }

  /** Writes all sections. */
  public static void write(JudgmentSummary summary, Report report) {
    var writer = new JudgmentReport(summary, report);
    writer.counts();
    if (summary.experts().pairs() > 0) {
      writer.experts(summary.experts());
    }
    if (summary.crowd().pairs() > 0) {
      writer.crowd(summary.crowd());
    }
    if (summary.agreement().pairs() > 0) {
      writer.agreement(summary.agreement());
    }
    writer.target(summary.target());
    writer.texts(summary.texts());
    summary.photos().ifPresent(writer::photos);
    writer.problems();
  }

  private void counts() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("judged pairs", number(summary.pairs())));
    rows.add(row("photos", number(summary.images().size())));
    rows.add(row("texts", number(summary.texts().texts())));
    rows.add(row("pairs rated by experts", number(summary.experts().pairs())));
    rows.add(row("pairs voted on by the crowd", number(summary.crowd().pairs())));
    rows.add(row("pairs judged by both", number(summary.agreement().pairs())));
    rows.add(row("pairs whose text was written for the photo", number(summary.ownCaptions())));
    report.section("Judgments").table(Table.ofValues(rows));
    List<List<String>> spreads = new ArrayList<>();
    spreads.add(spread("photos judged for a text", summary.photosPerText()));
    spreads.add(spread("texts judged for a photo", summary.textsPerPhoto()));
    summary
        .captionsPerPhoto()
        .ifPresent(captions -> spreads.add(spread("captions of a judged photo", captions)));
    report.table(new Table(List.of("", "min", "median", "mean", "max"), spreads));
  }

  private void experts(ExpertSummary experts) {
    report
        .section("Experts")
        .text("Three experts rate each pair, from 1 (not about the photo) to 4 (describes it).")
        .table(
            new Table(
                List.of("", "pairs", "share"),
                List.of(
                    share("all three agree", experts.allAgree(), experts.pairs()),
                    share("two agree", experts.twoAgree(), experts.pairs()),
                    share("all three differ", experts.allDiffer(), experts.pairs()))))
        .histograms(
            List.of(
                bars("Ratings", "rating", "ratings", experts.ratings()),
                bars("Mean ratings", "mean rating", "pairs", experts.means())));
  }

  private void crowd(CrowdSummary crowd) {
    String low = number(CrowdSummary.MISMATCH, 1);
    String high = number(CrowdSummary.MATCH, 1);
    report
        .section("Crowd")
        .text("%s votes whether the text fits the photo.".formatted(number(crowd.votes())))
        .table(
            new Table(
                List.of("share of yes", "pairs", "share"),
                List.of(
                    share("at least " + high + " (match)", crowd.match(), crowd.pairs()),
                    share("between", crowd.between(), crowd.pairs()),
                    share("at most " + low + " (mismatch)", crowd.mismatch(), crowd.pairs()))))
        .histograms(List.of(bars("Shares of yes", "share of yes", "pairs", crowd.shares())));
  }

  private void agreement(ExpertCrowdAgreement agreement) {
    List<List<String>> rows = new ArrayList<>();
    for (ExpertCrowdAgreement.Row row : agreement.table()) {
      rows.add(
          row(
              row.rating() == 0 ? "all differ" : String.valueOf(row.rating()),
              number(row.mismatch()),
              number(row.between()),
              number(row.match())));
    }
    report
        .section("Experts against the crowd")
        .table(
            Table.ofValues(
                List.of(
                    row("pairs judged by both", number(agreement.pairs())),
                    row("Kendall's tau-b", number(agreement.kendallTauB(), 3)),
                    row("Spearman's rho", number(agreement.spearman(), 3)))))
        .text("Mean rating against share of yes. Pairs by the rating of most experts:")
        .table(
            new Table(
                List.of("experts", "crowd: mismatch", "crowd: between", "crowd: match"), rows));
  }

  private void target(TargetSummary target) {
    String half = number(TargetSummary.HALF, 1);
    report
        .section("Target " + target.name())
        .table(
            new Table(
                List.of("", "pairs", "share"),
                List.of(
                    share("below " + half, target.below(), target.pairs()),
                    share("at least " + half, target.above(), target.pairs()))))
        .text(
            "%s pairs have a target, %s are dropped; the mean target is %s."
                .formatted(
                    number(target.pairs()), number(target.dropped()), number(target.mean(), 3)))
        .histograms(List.of(bars("Targets", "target", "pairs", target.targets())));
  }

  private void texts(TextSummary texts) {
    report
        .section("Texts")
        .table(
            new Table(
                List.of("", "min", "median", "mean", "max"),
                List.of(spread("words of a text", texts.words()))))
        .histograms(List.of(bars("Lengths", "words of a text", "texts", texts.lengths())))
        .text("The most frequent lemmas, stop words left out:")
        .table(
            new Table(
                List.of("lemma", "texts", "share"),
                texts.lemmas().stream()
                    .map(lemma -> share(lemma.lemma(), lemma.texts(), texts.texts()))
                    .toList()));
  }

  private void photos(PhotoSummary photos) {
    report
        .section("Photos")
        .table(
            Table.ofValues(
                List.of(
                    row("files", number(photos.files())),
                    row("judged photos without a file", number(photos.missing().size())),
                    row("groups of the same bytes", number(photos.sameBytes().size())),
                    row("groups of near copies", number(photos.nearCopies().size())),
                    row("unreadable files", number(photos.unreadable().size())))))
        .text(
            "In "
                + photos.folders().stream().map(Path::toString).collect(Collectors.joining(", ")));
    named("Without a file:", photos.missing());
    named("The same bytes:", photos.sameBytes().stream().map(JudgmentReport::names).toList());
    named("Near copies:", photos.nearCopies().stream().map(JudgmentReport::names).toList());
    named("Unreadable:", photos.unreadable());
  }

  private void problems() {
    int count = summary.problems().size();
    report.section("Problems").text(count == 0 ? "None." : number(count) + " found.");
    named("The first:", summary.problems());
  }

  private void named(String heading, List<String> all) {
    if (!all.isEmpty()) {
      report.text(heading).list(all.subList(0, Math.min(NAMED, all.size())));
      if (all.size() > NAMED) {
        report.text("... and " + number(all.size() - NAMED) + " more.");
      }
    }
  }

  private static Report.Bars bars(String title, String x, String y, Histogram histogram) {
    return new Report.Bars(new Labels(title, x, y), histogram);
  }

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  private static List<String> share(String name, int count, int all) {
    return row(
        name,
        number(count),
        all == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * count / all));
  }

  private static List<String> spread(String name, Spread spread) {
    return row(
        name,
        number(spread.min()),
        number(spread.median(), 1),
        number(spread.mean(), 1),
        number(spread.max()));
  }

  /** Files by their folder and name. */
  private static String names(List<Path> files) {
    return files.stream()
        .map(file -> file.subpath(file.getNameCount() - 2, file.getNameCount()).toString())
        .collect(Collectors.joining(", "));
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String number(double value, int digits) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
