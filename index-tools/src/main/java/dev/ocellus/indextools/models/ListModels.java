package dev.ocellus.indextools.models;

import dev.ocellus.encode.InstalledModel;
import dev.ocellus.encode.InstalledModels;
import dev.ocellus.encode.ModelCatalogue;
import dev.ocellus.encode.ModelId;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.indextools.Printable;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.indextools.json.ModelAnswer;
import dev.ocellus.indextools.json.ModelListAnswer;
import dev.ocellus.indextools.json.ModelListAnswer.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus models list}: bundled, installed and known encoders. */
@Command(name = "list", description = "Lists the bundled, installed and known encoders.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ListModels implements Callable<Integer> {

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    InstalledModels store = InstalledModels.ofUser();
    List<Row> rows = rows(store);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(new ModelListAnswer(store.root().toString(), rows)));
    } else {
      print(out, rows);
      out.println("\ninstalled models are in " + Printable.text(store.root().toString()));
    }
    return 0;
  }

  private static List<Row> rows(InstalledModels store) throws IOException {
    List<Row> rows = new ArrayList<>();
    Set<ModelId> here = new HashSet<>();
    for (ModelId id : ModelStore.bundledIds()) {
      rows.add(row(ModelDescription.of(id)));
    }
    for (InstalledModel model : store.list()) {
      rows.add(row(ModelDescription.of(model)));
      here.add(model.id());
    }
    for (ModelId id : store.partial()) {
      if (here.add(id)) {
        long bytes = store.partialBytes(id);
        rows.add(new Row(id.toString(), "partial", bytes, 0, "stopped; pull it again to go on"));
      }
    }
    for (ModelCatalogue.Entry entry : ModelCatalogue.bundled().entries()) {
      if (here.add(entry.id())) {
        rows.add(row(ModelDescription.of(entry.id())));
      }
    }
    return rows;
  }

  private static Row row(ModelAnswer model) {
    return new Row(
        model.id(), model.state(), model.bytes(), model.dimension(), firstSentence(model.what()));
  }

  private static @Nullable String firstSentence(@Nullable String text) {
    return text == null ? null : text.split("(?<=[.:;]) ", 2)[0].replaceFirst("[.:;]$", "");
  }

  private static void print(PrintWriter out, List<Row> rows) {
    int width = rows.stream().mapToInt(row -> row.id().length()).max().orElse(0);
    for (Row row : rows) {
      out.println(
          String.format(
                  Locale.ROOT,
                  "%-9s  %-" + width + "s  %s%,7.0f MB  %s",
                  row.state(),
                  row.id(),
                  row.state().equals("available") ? "~" : " ",
                  row.bytes() / 1e6,
                  row.what() == null ? "" : Printable.text(row.what()))
              .stripTrailing());
    }
  }
}
