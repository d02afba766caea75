package dev.ocellus.indextools.models;

import dev.ocellus.encode.ModelId;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.indextools.json.ModelAnswer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus models show}: all that is known of an encoder. */
@Command(name = "show", description = "Says what is known of an encoder: data, licence, files.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ShowModel implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      converter = ModelIdConverter.class,
      description = "A bundled or installed encoder, or one of the catalogue.")
  private ModelId id;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ModelAnswer model = ModelDescription.of(id);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(model));
    } else {
      ModelPrinter.print(out, model);
    }
    return 0;
  }
}
