package dev.ocellus.indextools.models;

import dev.ocellus.encode.FolderImport;
import dev.ocellus.encode.InstalledModel;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelId;
import dev.ocellus.indextools.json.Json;
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

/** {@code ocellus models add}: installs an encoder from a folder. */
@Command(name = "add", description = "Installs an encoder from a folder, without a network.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class AddModel implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      converter = ModelIdConverter.class,
      description = "What to call it, owner/name.")
  private ModelId id;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "A folder in the usual ONNX layout; its files are copied.")
  private Path from;

  @Option(
      names = "--variant",
      paramLabel = "V",
      description =
          "Which graphs, for instance fp16 (default: those of the folder's lock, else fp32).")
  private @Nullable String variant;

  @Option(names = "--json", description = "Print the installed encoder as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    InstalledModel model = FolderImport.add(InstalledModels.ofUser(), id, from, variant);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(ModelDescription.of(model)));
    } else {
      out.printf(
          Locale.ROOT,
          "%s installed, %,.1f MB; use it with: ocellus index --model %s%n",
          id,
          model.lock().bytes() / 1e6,
          id);
    }
    return 0;
  }
}
