package dev.ocellus.indextools;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.indextools.json.EvaluationAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.evaluate.EvaluationReport;
import dev.ocellus.lucene.evaluate.RetrievalEvaluation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus evaluate}: how often a text finds the photo that it was written for. */
@Command(
    name = "evaluate",
    description = "Measures how often a text finds the photo that it was written for.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class EvaluateCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "FILE",
      description = "A table like that of captions: each text is a query for its photo.")
  private Path queries;

  @Option(
      names = "--signal",
      paramLabel = "SIGNAL",
      defaultValue = EvaluationAnswer.ALL,
      converter = EvaluatedSignal.class,
      description = "Show fused, image, captions, bm25, rrf or all (default: ${DEFAULT-VALUE}).")
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
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (var photos = fusion.open(index)) {
      var table = CaptionTable.read(queries);
      table.problems().forEach(problem -> err.println(Printable.line(problem)));
      var answer = EvaluationAnswer.of(measure(photos, table.rows(), err), signal);
      fusion.checkFit(index, photos, err);
      if (json) {
        out.println(Json.write(answer));
      } else {
        print(out, answer);
      }
    }
    return 0;
  }

  private EvaluationReport measure(PhotoIndex photos, List<CaptionRow> rows, PrintWriter err)
      throws IOException {
    try (var progress = Progress.start(err, "Evaluating", "queries")) {
      progress.total(rows.size());
      return RetrievalEvaluation.run(photos, rows, excludeOwnCaption, progress::done);
    }
  }

  private static void print(PrintWriter out, EvaluationAnswer answer) {
    out.printf(Locale.ROOT, "%,d queries, %,d photos%n", answer.queries(), answer.photos());
    if (answer.unknownPhotos() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d queries left out: their photos are not in the index%n",
          answer.unknownPhotos());
    }
    out.printf(
        "%n%-9s %7s %7s %7s %7s %12s%n", "signal", "R@1", "R@5", "R@10", "MRR", "median rank");
    answer
        .signals()
        .forEach(
            (name, r) ->
                out.printf(
                    Locale.ROOT,
                    "%-9s %7.1f %7.1f %7.1f %7.3f %12s%n",
                    name,
                    100 * r.recallAt1(),
                    100 * r.recallAt5(),
                    100 * r.recallAt10(),
                    r.mrr(),
                    r.medianRank() == null ? "not found" : r.medianRank()));
    var latency = answer.latencyMs();
    out.printf("%n%-9s %7s %7s  (milliseconds of a fused search)%n", "latency", "p50", "p99");
    for (String part : List.of("", "encode_", "lucene_")) {
      out.printf(
          Locale.ROOT,
          "%-9s %7.2f %7.2f%n",
          part.isEmpty() ? "whole" : part.substring(0, part.length() - 1),
          latency.get(part + "p50"),
          latency.get(part + "p99"));
    }
  }
}
