package dev.ocellus.indextools;

import dev.ocellus.indextools.json.ImportAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.transfer.ImportReport;
import dev.ocellus.lucene.transfer.PhotoImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus import}: reads an exported index. */
@Command(
    name = "import",
    description = {
      "Reads what ocellus export wrote into a new index, or into one of the same encoder.",
      "Needs no encoder. Stopped, the same command goes on where it was."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ImportCommand implements Callable<Integer> {

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The index; made if it is not there.")
  private Path index;

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "For a new index: where the photos are (default: where they were).")
  private @Nullable Path photos;

  @Parameters(paramLabel = "FILE", description = "What ocellus export wrote.")
  private Path file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (var progress = Progress.start(err, "Importing", "photos");
        var signals = new StopSignals(() -> progress.note("stopping after the photo at hand"))) {
      ImportReport report =
          new PhotoImport(index, photos).read(file, new IndexingProgress(progress, signals));
      if (json) {
        out.println(Json.write(ImportAnswer.of(report)));
      } else {
        out.printf(
            Locale.ROOT,
            "%,d added, %,d changed, %,d unchanged, %,d lines passed over;"
                + " %,d photos in the index%n",
            report.added(),
            report.changed(),
            report.unchanged(),
            report.problems(),
            report.photos());
      }
      if (report.cancelled()) {
        err.println("stopped; what was imported is kept, and the same command goes on from here");
        return signals.exitStatus();
      }
      return 0;
    }
  }
}
