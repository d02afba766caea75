package dev.ocellus.indextools;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.fusion.metrics.Bootstrap;
import dev.ocellus.indextools.json.EvaluationAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.evaluate.EvaluationReport;
import dev.ocellus.lucene.evaluate.RetrievalEvaluation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus evaluate}: how good searches are, or how far the score agrees with people. */
@Command(
    name = "evaluate",
    description = {
      "With --queries: measures how often a text finds the photo that it was written for.",
      "With --judgments: measures how far the score agrees with people's judgments."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class EvaluateCommand implements Callable<Integer> {

  private static final long SEED = 42;

  @Mixin private CollectionOption collection;

  @ArgGroup(multiplicity = "1")
  private Measure measure;

  /** Against what it is measured. */
  private static final class Measure {

    @Option(
        names = "--queries",
        required = true,
        paramLabel = "FILE",
        description = "A table like that of captions: each text is a query for its photo.")
    private @Nullable Path queries;

    @Option(
        names = "--judgments",
        required = true,
        paramLabel = "DIR",
        description =
            "Folder of ExpertAnnotations.tsv, CrowdAnnotations.tsv and the texts' tables.")
    private @Nullable Path judgments;
  }

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description =
          "With --judgments: one number from a pair's judgments, one of "
              + TargetScheme.NAMES
              + " (default: agreement).")
  private @Nullable String target;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "With --judgments: samples of photos for the intervals, 0 for none (default:"
              + " ${DEFAULT-VALUE}).")
  private int resamples;

  @Option(
      names = "--signal",
      paramLabel = "SIGNAL",
      defaultValue = EvaluationAnswer.ALL,
      converter = EvaluatedSignal.class,
      description =
          "Show fused, image, captions, bm25, rrf, min_max, log_odds or all (default:"
              + " ${DEFAULT-VALUE}).")
  private String signal;

  @Option(
      names = "--exclude-own-caption",
      description =
          "Take the query's own text out of its photo's captions, so that nothing is found by its"
              + " own words.")
  private boolean excludeOwnCaption;

  @Mixin private FusionOption fusion;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (resamples < 0) {
      throw new DataException("--resamples must be 0 or more, got " + resamples);
    }
    return collection.use(
        err,
        index -> {
          try (var photos = fusion.open(index)) {
            if (measure.queries != null) {
              retrieval(photos, measure.queries);
            } else if (measure.judgments != null) {
              agreement(photos, Judgments.read(measure.judgments));
            }
            fusion.checkFit(index, photos, err);
          }
          return 0;
        });
  }

  private void agreement(PhotoIndex photos, Judgments judgments) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    var bootstrap = resamples == 0 ? null : new Bootstrap(resamples, SEED);
    try (PhotoSearcher searcher = photos.acquire()) {
      var answer = JudgmentEvaluation.run(searcher, judgments, target, bootstrap, err);
      if (json) {
        out.println(Json.write(answer));
      } else {
        JudgmentEvaluation.print(out, answer);
      }
    }
  }

  private void retrieval(PhotoIndex photos, Path queries) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    var table = CaptionTable.read(queries);
    table.problems().forEach(problem -> err.println(Printable.line(problem)));
    var answer = EvaluationAnswer.of(measure(photos, table.rows(), err), signal);
    if (json) {
      out.println(Json.write(answer));
    } else {
      EvaluationTable.print(out, answer);
    }
  }

  private EvaluationReport measure(PhotoIndex photos, List<CaptionRow> rows, PrintWriter err)
      throws IOException {
    try (var progress = Progress.start(err, "Evaluating", "queries")) {
      progress.total(rows.size());
      return RetrievalEvaluation.run(photos, rows, excludeOwnCaption, progress::done);
    }
  }
}
