package dev.ocellus.indextools.models;

import dev.ocellus.encode.InstalledModel;
import dev.ocellus.encode.ModelCheck;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelFiles;
import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.indextools.Printable;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.indextools.json.ModelCheckAnswer;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus models verify}: whether an encoder's files are what was installed. */
@Command(
    name = "verify",
    description = "Hashes an encoder's files and compares them with what was installed.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class VerifyModel implements Callable<Integer> {

  /** Exit status: the disk has something else than was written to it. */
  private static final int DAMAGED = 1;

  @Parameters(
      paramLabel = "ID",
      converter = ModelIdConverter.class,
      description = "A bundled or installed encoder.")
  private ModelId id;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ModelCheck check = ModelCheck.of(files());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(ModelCheckAnswer.of(id.toString(), check)));
    } else {
      check
          .files()
          .forEach(
              file ->
                  out.printf(
                      "%-8s %s%n",
                      file.state().name().toLowerCase(Locale.ROOT), Printable.text(file.name())));
    }
    if (!check.intact()) {
      spec.commandLine()
          .getErr()
          .printf(
              "ocellus: %s is damaged: %s%n",
              id,
              check.damaged().stream()
                  .map(file -> file.name() + " " + file.state().name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", ")));
      return DAMAGED;
    }
    return 0;
  }

  private ModelFiles files() {
    return ModelStore.bundled(id.toString())
        .or(() -> new ModelStore().installed(id.toString()).map(InstalledModel::files))
        .orElseThrow(() -> new ModelException(id + " is not installed; see ocellus models list"));
  }
}
