package dev.ocellus.indextools;

import dev.ocellus.indextools.json.ExportAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.transfer.PhotoExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus export}: writes an index as JSON Lines. */
@Command(
    name = "export",
    description = "Writes all that an index holds as JSON Lines, vectors included.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ExportCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file; one that is there is not overwritten.")
  private Path file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (var progress = Progress.start(err, "Exporting", "photos");
        var signals = new StopSignals(() -> progress.note("stopping"))) {
      long photos = new PhotoExport(index).writeTo(file, new IndexingProgress(progress, signals));
      if (signals.stopAsked()) {
        err.println("stopped; nothing was written");
        return signals.exitStatus();
      }
      if (json) {
        out.println(Json.write(new ExportAnswer(file.toString(), photos)));
      } else {
        out.printf(Locale.ROOT, "%,d photos in %s%n", photos, Printable.text(file.toString()));
      }
      return 0;
    }
  }
}
