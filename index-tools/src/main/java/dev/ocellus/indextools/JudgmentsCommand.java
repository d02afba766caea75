package dev.ocellus.indextools;

import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.fusion.data.PhotoFolders;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.indextools.json.JudgmentsAnswer;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.study.judgments.JudgmentReport;
import dev.ocellus.study.judgments.JudgmentSummary;
import dev.ocellus.study.judgments.PhotoSummary;
import dev.ocellus.study.report.ReportPage;
import dev.ocellus.study.report.ReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus judgments}: what people said of pairs of a photo and a text. */
@Command(
    name = "judgments",
    description = "Shows what people's judgments of photos and texts look like.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class JudgmentsCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      description = "The folder of judgments, texts and, if there are any, photos.")
  private Path folder;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      defaultValue = "expert-mean",
      description =
          "The number to learn from a pair's judgments: "
              + TargetScheme.NAMES
              + " (default: ${DEFAULT-VALUE}).")
  private String target;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "Language of the texts, ISO 639-1 (default: ${DEFAULT-VALUE}).")
  private String language;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page with plots.")
  private @Nullable Path html;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    var scheme = TargetScheme.named(target);
    var analyzer = CaptionAnalyzer.of(language);
    var judgments = Judgments.read(folder);
    var summary = summarize(judgments, scheme, analyzer, spec.commandLine().getErr());
    if (html != null) {
      Files.writeString(html, page(summary));
    }
    if (json) {
      out.println(Json.write(JudgmentsAnswer.of(summary)));
    } else {
      JudgmentReport.write(summary, new ReportText(line -> out.println(Printable.text(line))));
    }
    return 0;
  }

  private JudgmentSummary summarize(
      Judgments judgments, TargetScheme scheme, CaptionAnalyzer analyzer, PrintWriter err)
      throws IOException {
    try (var progress = Progress.start(err, "Comparing", "photos")) {
      return JudgmentSummary.of(
          judgments,
          scheme,
          analyzer,
          PhotoFolders.of(folder),
          new PhotoSummary.Progress() {
            @Override
            public void total(long photos) {
              progress.total(photos);
            }

            @Override
            public void done(long photos) {
              progress.done(photos);
            }
          });
    }
  }

  private String page(JudgmentSummary summary) {
    var page =
        new ReportPage(
            "Judgments in " + folder,
            "What people said of pairs of a photo and a text, before anything is learned from it.");
    JudgmentReport.write(summary, page);
    return page.render();
  }
}
