package dev.ocellus.indextools;

import dev.ocellus.encode.Device;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.indextools.cluster.ClusterOptions;
import dev.ocellus.indextools.json.IndexAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.index.IndexOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus index}: makes or updates the index of a folder of photos. */
@Command(
    name = "index",
    description = {
      "Makes or updates the index of a folder of photos.",
      "Run again, it adds new photos, replaces changed ones and removes vanished ones;"
          + " stopped, it goes on where it was."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class IndexCommand implements Callable<Integer> {

  @Option(
      names = "--photos",
      required = true,
      paramLabel = "DIR",
      description = "The photos; folders in it too.")
  private Path photos;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "The index; made if it is not there.")
  private @Nullable Path index;

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--captions",
      paramLabel = "FILE",
      description = "Captions: CSV with the columns image and caption, or JSON Lines.")
  private @Nullable Path captions;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "The encoder, by id or folder (default: the index's own, for a new one "
              + ModelStore.DEFAULT_MODEL
              + "). Another than the index's own re-encodes all photos, while searches go on with"
              + " the old one.")
  private @Nullable String model;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description =
          "The captions' language, ISO 639-1, or auto: each in its own (default: the index's own, for a new one en).")
  private @Nullable String language;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Computing threads (default: one a processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "" + IndexOptions.DEFAULT_BATCH_SIZE,
      description = "Photos encoded at once (default: ${DEFAULT-VALUE}).")
  private int batchSize;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "cpu",
      converter = DeviceConverter.class,
      description = "What computes the vectors: cpu, cuda or cuda:N (default: ${DEFAULT-VALUE}).")
  private Device device;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description =
          "Mark photos whose captions a content policy blocks or warns of: default, a policy file,"
              + " or none (default: the index's own, for a new one none).")
  private @Nullable String policy;

  @Option(
      names = "--field",
      paramLabel = "NAME=KIND",
      description =
          "What a column of the captions table holds: text, keyword, long, double or date; may be"
              + " given several times (default: told by the column's values).")
  private final Map<String, String> fields = new LinkedHashMap<>();

  @Option(
      names = "--watch",
      description =
          "Then follow the folder and the caption table, and update the index when they change,"
              + " until Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--json",
      description = "Print the summary as one JSON object; with --watch, one a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  private Map<String, FieldKind> kinds() {
    Map<String, FieldKind> kinds = new LinkedHashMap<>();
    fields.forEach((name, kind) -> kinds.put(name, FieldKind.named(kind)));
    return kinds;
  }

  private void checkPlace() {
    cluster.checkUnused();
    if (index == null && !cluster.given()) {
      throw new IndexException("where to? give --index DIR, or --to URL for a cluster");
    }
    if (index != null && cluster.given()) {
      throw new IndexException("--index and --to exclude each other");
    }
    if (watch && cluster.given()) {
      throw new IndexException("--watch goes with --index; run index --to again instead");
    }
  }

  @Override
  public Integer call() throws IOException {
    checkPlace();
    var options =
        new IndexOptions(
            photos,
            index == null ? Path.of("") : index,
            captions,
            model,
            language,
            threads,
            batchSize,
            device,
            policy,
            kinds());
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (watch) {
      return new WatchRun(out, err, json).follow(options);
    }
    if (cluster.given()) {
      return new ClusterRun(out, err, json).run(options, cluster);
    }
    var run = IndexingRun.of(options, err);
    if (json) {
      out.println(Json.write(IndexAnswer.of(run.report(), run.photosPerSecond())));
    } else {
      run.print(out);
    }
    if (run.report().cancelled()) {
      err.println("stopped; what was indexed is kept, and the same command goes on from here");
    }
    return run.status();
  }
}
