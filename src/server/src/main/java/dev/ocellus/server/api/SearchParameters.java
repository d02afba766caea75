package dev.ocellus.server.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.server.http.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code /api/search}, as the JSON object that a POST would send: the names of
 * {@code search-request.schema.json}, but for {@code q}, which is its {@code query}, and {@code
 * facet}, which may be repeated and is its {@code facets}.
 */
final class SearchParameters {

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("q", "query"),
          Map.entry("syntax", "syntax"),
          Map.entry("expand", "expand"),
          Map.entry("signal", "signal"),
          Map.entry("after", "after"),
          Map.entry("collapse", "collapse"));

  private static final Map<String, String> REPEATED =
      Map.of("filter", "filter", "post_filter", "post_filter", "sort", "sort", "facet", "facets");

  private static final List<String> INTEGERS = List.of("version", "from", "size");

  private static final List<String> NUMBERS = List.of("diversify");

  private static final List<String> FLAGS =
      List.of("point_in_time", "highlight", "explain", "suggest", "fields", "show_marked");

  private static final String MIN_SCORE = "min_score";

  /** The picture's weight beside the query, where a picture is sent. */
  static final String IMAGE_WEIGHT = "image_weight";

  /** All names without a picture. */
  static final Set<String> NAMES = names();

  /** All names beside a picture. */
  static final Set<String> NAMES_WITH_PICTURE = namesWithPicture();

  private SearchParameters() {}

  private static Set<String> names() {
    Set<String> names = new HashSet<>(TEXTS.keySet());
    names.addAll(REPEATED.keySet());
    names.addAll(INTEGERS);
    names.addAll(NUMBERS);
    names.addAll(FLAGS);
    names.add(MIN_SCORE);
    return Set.copyOf(names);
  }

  private static Set<String> namesWithPicture() {
    Set<String> names = new HashSet<>(NAMES);
    names.add(IMAGE_WEIGHT);
    return Set.copyOf(names);
  }

  /** The JSON object; what is not given is not there. */
  static ObjectNode json(Parameters parameters) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    TEXTS.forEach((name, key) -> putText(json, key, parameters.text(name)));
    REPEATED.forEach(
        (name, key) -> {
          List<String> values = parameters.texts(name);
          if (!values.isEmpty()) {
            values.forEach(json.withArrayProperty(key)::add);
          }
        });
    for (String name : INTEGERS) {
      Integer value = parameters.integer(name);
      if (value != null) {
        json.put(name, value);
      }
    }
    for (String name : NUMBERS) {
      Double value = parameters.number(name);
      if (value != null) {
        json.put(name, value);
      }
    }
    for (String name : FLAGS) {
      Boolean value = parameters.flag(name);
      if (value != null) {
        json.put(name, value);
      }
    }
    putText(json, MIN_SCORE, parameters.text(MIN_SCORE));
    return json;
  }

  private static void putText(ObjectNode json, String key, @Nullable String value) {
    if (value != null) {
      json.put(key, value);
    }
  }
}
