package dev.ocellus.fusion.data;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ocellus.fusion.DataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON Lines: one object a line, blank lines skipped. */
final class JsonLinesCaptions {
  // The parser's own words on where are left out: messages name file and line themselves.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private JsonLinesCaptions() {}

  static void read(TableText text, RowCollector rows) {
    boolean anyObject = false;
    for (int line = 1; line <= text.lines(); line++) {
      String content = text.line(line);
      if (content.isBlank()) {
        continue;
      }
      try {
        JsonNode node = JSON.readTree(content);
        if (node.isObject()) {
          anyObject = true;
          row(line, node, rows);
        } else {
          rows.problem(line, "not a JSON object");
        }
      } catch (JacksonException e) {
        String reason = e.getOriginalMessage().lines().findFirst().orElse("syntax");
        rows.problem(line, "not one JSON object a line: " + reason);
      }
    }
    if (!anyObject) {
      throw new DataException(
          rows.file()
              + ": neither JSON Lines, which has one object a line with 'image' and 'caption', nor"
              + " CSV with a header");
    }
  }

  private static void row(int line, JsonNode node, RowCollector rows) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    Columns columns = Columns.of(names);
    String missing = rows.kind().missing(columns);
    if (!missing.isEmpty()) {
      rows.problem(line, "no " + missing);
      return;
    }
    if ((columns.image() >= 0 && !value(node, names, columns.image()).isTextual())
        || !isText(value(node, names, columns.text()), rows.kind())) {
      rows.problem(line, "image and text must be JSON strings");
      return;
    }
    String image = columns.image() < 0 ? "" : value(node, names, columns.image()).asText();
    String id = columns.id() < 0 ? "" : asText(value(node, names, columns.id()));
    Map<String, String> extra = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String found = asText(value(node, names, i));
      if (columns.isOther(i) && !found.isBlank()) {
        extra.put(names.get(i), found);
      }
    }
    rows.row(line, image, id, asText(value(node, names, columns.text())), extra);
  }

  private static boolean isText(JsonNode text, RowKind kind) {
    return text.isTextual() || (text.isNull() && !kind.needsText());
  }

  private static JsonNode value(JsonNode node, List<String> names, int column) {
    return node.path(names.get(column));
  }

  /** Numbers and truth values as written, lists and objects as JSON, null as nothing. */
  private static String asText(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
