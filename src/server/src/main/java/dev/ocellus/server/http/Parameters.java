package dev.ocellus.server.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request's query; those that nobody knows, and values of another kind, are
 * refused.
 */
public final class Parameters {

  private final Fields fields;

  private Parameters(Fields fields) {
    this.fields = fields;
  }

  static Parameters of(Request request, Set<String> known) {
    Fields fields;
    try {
      fields = Request.extractQueryParameters(request);
    } catch (RuntimeException e) {
      throw wrong("the query of the address is not percent-encoded UTF-8");
    }
    for (String name : fields.getNames()) {
      if (!known.contains(name)) {
        throw wrong(
            known.isEmpty()
                ? "unknown parameter \"%s\"; none is known here".formatted(name)
                : "unknown parameter \"%s\"; known: %s"
                    .formatted(name, String.join(", ", new TreeSet<>(known))));
      }
    }
    return new Parameters(fields);
  }

  private static Problem wrong(String detail) {
    return new Problem(HttpStatus.BAD_REQUEST_400, "bad-parameter", detail);
  }

  /** All values of a parameter that may be repeated. */
  public List<String> texts(String name) {
    List<String> values = fields.getValues(name);
    return values == null ? List.of() : values;
  }

  public @Nullable String text(String name) {
    List<String> values = texts(name);
    if (values.size() > 1) {
      throw wrong("\"%s\" may be given once, got %d".formatted(name, values.size()));
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  public @Nullable Integer integer(String name) {
    String text = text(name);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw wrong("\"%s\" must be a whole number, got \"%s\"".formatted(name, text));
    }
  }

  public @Nullable Double number(String name) {
    String text = text(name);
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw wrong("\"%s\" must be a number, got \"%s\"".formatted(name, text));
    }
  }

  /** {@code true} or {@code false}; null if it is not there. */
  public @Nullable Boolean flag(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("\"%s\" must be true or false, got \"%s\"".formatted(name, text));
    };
  }
}
