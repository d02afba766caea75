package dev.ocellus.indextools.models;

import dev.ocellus.indextools.Printable;
import dev.ocellus.indextools.json.ModelAnswer;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a model for people. */
final class ModelPrinter {

  private ModelPrinter() {}

  static void print(PrintWriter out, ModelAnswer model) {
    line(out, "model", model.id() + " (" + model.state() + ")");
    line(out, "also called", String.join(", ", model.aliases()));
    line(out, "what", model.what());
    line(out, "dimensions", String.valueOf(model.dimension()));
    line(out, "languages", model.languages());
    line(out, "licence", model.licence());
    line(out, "learned from", model.trainingData());
    line(out, "note", model.caveat());
    line(out, "identity", model.identity());
    line(out, "from", model.endpoint());
    line(out, "revision", model.revision());
    line(out, "variant", model.variant());
    line(out, "folder", model.folder());
    boolean available = model.state().equals("available");
    line(
        out,
        "size",
        String.format(Locale.ROOT, "%s%,.1f MB", available ? "about " : "", model.bytes() / 1e6));
    for (ModelAnswer.File file : model.files()) {
      out.printf(
          Locale.ROOT, "%,14d  %s  %s%n", file.size(), file.sha256(), Printable.text(file.name()));
    }
    if (available) {
      line(out, "get it with", "ocellus models pull " + model.id());
    }
  }

  private static void line(PrintWriter out, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      out.printf("%-13s %s%n", name, Printable.text(value));
    }
  }
}
