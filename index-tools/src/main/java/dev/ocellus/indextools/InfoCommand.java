package dev.ocellus.indextools;

import dev.ocellus.indextools.json.InfoAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.IndexInfo;
import dev.ocellus.lucene.PhotoIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus info}: what an index holds. */
@Command(name = "info", description = "Says what an index holds.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class InfoCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (var photos = PhotoIndex.open(index)) {
      var info = photos.info();
      if (json) {
        out.println(Json.write(InfoAnswer.of(info)));
      } else {
        print(out, info);
      }
    }
    return 0;
  }

  private static void print(PrintWriter out, IndexInfo info) {
    row(out, "photos", format("%,d (%,d without captions)", info.photos(), info.captionless()));
    row(out, "captions", format("%,d", info.captions()));
    row(out, "encoder", format("%s (%d dimensions)", info.modelId(), info.dimension()));
    row(out, "analyzer", format("%s (%s)", info.analyzer(), info.language()));
    row(out, "photo folder", Printable.text(info.photoFolder().toString()));
    row(out, "size", format("%,.1f MB", info.bytes() / 1e6));
    row(out, "deleted", format("%.1f %% of the documents", 100 * info.deletedShare()));
    row(out, "written by", "Lucene " + info.luceneVersion());
  }

  private static void row(PrintWriter out, String name, String value) {
    out.println(format("%-13s %s", name, value));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
