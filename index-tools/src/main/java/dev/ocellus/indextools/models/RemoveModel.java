package dev.ocellus.indextools.models;

import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelCatalogue;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.indextools.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ocellus models remove}: deletes an installed encoder. */
@Command(
    name = "remove",
    description = "Deletes an installed encoder, or what a stopped download left.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class RemoveModel implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      converter = ModelIdConverter.class,
      description = "An installed encoder.")
  private ModelId id;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (ModelStore.isBundled(id)) {
      throw new ModelException(id + " comes with the program and cannot be removed");
    }
    InstalledModels store = InstalledModels.ofUser();
    ModelId removed = id;
    // Not by ModelStore: what is broken must be removable.
    if (!store.remove(id)) {
      removed = ModelCatalogue.bundled().resolve(id);
      if (removed.equals(id) || !store.remove(removed)) {
        throw new ModelException(id + " is not installed; see ocellus models list");
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? Json.write(Map.of("removed", removed.toString())) : removed + " removed");
    return 0;
  }
}
