package dev.ocellus.indextools;

import dev.ocellus.indextools.json.CheckAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.check.CheckListener;
import dev.ocellus.lucene.check.CheckPart;
import dev.ocellus.lucene.check.CheckReport;
import dev.ocellus.lucene.check.IndexCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus check}: verifies an index. */
@Command(
    name = "check",
    description = {
      "Verifies an index and its photos, and changes nothing.",
      "Prints one line a problem. Ends with 0 if there is none, else with 1."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class CheckCommand implements Callable<Integer> {

  /** Exit status: something is wrong with the index or its photos. */
  private static final int PROBLEMS = 1;

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Option(
      names = "--deep",
      description = "Read every photo file, too, and compare it with what was indexed.")
  private boolean deep;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<CheckAnswer.Line> lines = new ArrayList<>();
    try (var progress = Progress.start(spec.commandLine().getErr(), "Checking", "photos");
        var signals = new StopSignals(() -> progress.note("stopping"))) {
      var listener =
          new CheckListener() {
            @Override
            public void started(long photos) {
              progress.total(photos);
            }

            @Override
            public void advanced(long done) {
              progress.done(done);
            }

            @Override
            public void problem(CheckPart part, String line) {
              if (json) {
                lines.add(new CheckAnswer.Line(part.key(), line));
              } else {
                out.println(Printable.line(line));
              }
            }

            @Override
            public boolean cancelled() {
              return signals.stopAsked();
            }
          };
      CheckReport report = new IndexCheck(index, deep).run(listener);
      if (json) {
        out.println(Json.write(CheckAnswer.of(report, lines)));
      } else {
        print(out, report);
      }
      return report.cancelled() ? signals.exitStatus() : report.clean() ? 0 : PROBLEMS;
    }
  }

  private static void print(PrintWriter out, CheckReport report) {
    long problems = report.problems().values().stream().mapToLong(Long::longValue).sum();
    out.printf(
        Locale.ROOT,
        "%s%,d photos, %,d captions, %,d photo files%s: %s%n",
        report.cancelled() ? "stopped after " : "",
        report.photos(),
        report.captions(),
        report.files(),
        report.hashed() > 0 ? " (%,d read)".formatted(report.hashed()) : "",
        problems == 0
            ? "no problems"
            : "%,d problem%s".formatted(problems, problems == 1 ? "" : "s"));
  }
}
