package dev.ocellus.indextools.models;

import dev.ocellus.encode.InstalledModel;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelCatalogue;
import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.hub.HubEndpoint;
import dev.ocellus.encode.hub.ModelPull;
import dev.ocellus.encode.hub.Patience;
import dev.ocellus.indextools.Progress;
import dev.ocellus.indextools.StopSignals;
import dev.ocellus.indextools.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus models pull}: downloads an encoder. */
@Command(
    name = "pull",
    description = {
      "Downloads an encoder from a model hub and installs it.",
      "Stopped or cut, the same command goes on where it was."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class PullModel implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      converter = ModelIdConverter.class,
      description = "One of the catalogue, or any repository of the usual ONNX layout.")
  private ModelId id;

  @Option(
      names = "--revision",
      paramLabel = "R",
      description = "A branch, tag or commit (default: the main branch as it is now).")
  private @Nullable String revision;

  @Option(
      names = "--variant",
      paramLabel = "V",
      description =
          "Which graphs: fp32, fp16, quantized, int8, uint8, q4, q4f16 or bnb4 (default: fp32).")
  private @Nullable String variant;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "The hub or a mirror (default: HF_ENDPOINT, else the public hub).")
  private @Nullable String endpoint;

  @Option(names = "--json", description = "Print the installed encoder as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Map<String, String> environment = System.getenv();
    ModelId repository = ModelCatalogue.bundled().resolve(id);
    ModelPull pull =
        new ModelPull(
            HubEndpoint.of(endpoint, environment), InstalledModels.ofUser(), Patience.DEFAULT);
    ModelPull.Result result;
    int status;
    try (var progress = Progress.start(err, "Downloading", "MB");
        var signals = new StopSignals(() -> progress.note("stopping; again to stop at once"))) {
      result = pull.run(repository, revision, variant, new PullProgress(progress, signals));
      status = result.status() == ModelPull.Status.STOPPED ? signals.exitStatus() : 0;
    }
    InstalledModel model = result.model();
    if (model == null) {
      err.println("stopped; what was downloaded is kept, and the same command goes on from here");
    } else {
      print(model, result.status());
    }
    return status;
  }

  private void print(InstalledModel model, ModelPull.Status status) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(ModelDescription.of(model)));
    } else {
      out.printf(
          Locale.ROOT,
          "%s %s, %,.1f MB; use it with: ocellus index --model %s%n",
          model.id(),
          status == ModelPull.Status.PULLED ? "installed" : "is installed already",
          model.lock().bytes() / 1e6,
          model.id());
    }
  }
}
