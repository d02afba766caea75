package dev.ocellus.lucene.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.fusion.DataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a policy's JSON; what is wrong is named by its path, such as {@code categories[0]}. */
final class PolicyFileParser {

  private static final String FORMAT = "ocellus-policy";
  private static final int VERSION = 1;
  private static final Set<String> KEYS =
      Set.of("format", "version", "name", "description", "language", "lists", "categories");
  private static final Set<String> CATEGORY_KEYS =
      Set.of("name", "description", "action", "disclaimer", "lemmas", "forms", "phrases");

  private final JsonNode root;

  /** Where each rule stands, by kind and text. */
  private final Map<String, String> ruleAt = new HashMap<>();

  PolicyFileParser(JsonNode root) {
    this.root = root;
  }

  PolicyFile parse(String hash, String json) {
    if (!root.isObject()) {
      throw new DataException("a policy must be a JSON object");
    }
    checkKeys(root, KEYS, "");
    String format = text(root, "format", "");
    if (!format.equals(FORMAT) || root.path("version").asInt() != VERSION) {
      throw new DataException(
          "'format' is '%s' and 'version' %s; this program reads '%s', version %d"
              .formatted(format, root.path("version"), FORMAT, VERSION));
    }
    Map<String, List<String>> lists = new LinkedHashMap<>();
    JsonNode named = root.path("lists");
    named.fieldNames().forEachRemaining(name -> lists.put(name, texts(named, name, "lists.")));
    List<Category> categories = new ArrayList<>();
    JsonNode array = root.path("categories");
    if (!array.isArray() || array.isEmpty()) {
      throw new DataException("'categories' must be a list of at least one category");
    }
    for (int i = 0; i < array.size(); i++) {
      categories.add(category(array.get(i), "categories[" + i + "]", categories));
    }
    String name = text(root, "name", "");
    return new PolicyFile(
        name + "@" + hash, json, text(root, "language", ""), lists, List.copyOf(categories));
  }

  private Category category(JsonNode node, String path, List<Category> before) {
    if (!node.isObject()) {
      throw new DataException("'" + path + "' must be an object");
    }
    checkKeys(node, CATEGORY_KEYS, path + ".");
    String name = text(node, "name", path + ".");
    if (before.stream().anyMatch(other -> other.name().equals(name))) {
      throw new DataException("'" + path + "' repeats the category '" + name + "'");
    }
    Action action = action(text(node, "action", path + "."), path);
    List<PolicyRule> rules = new ArrayList<>();
    for (PolicyRule.Kind kind : PolicyRule.Kind.values()) {
      add(rules, node, name, kind, path);
    }
    if (rules.isEmpty()) {
      throw new DataException(
          "'%s' (%s) is empty; give it lemmas, forms or phrases".formatted(path, name));
    }
    return new Category(name, action, disclaimer(node, action, path), rules);
  }

  private static Action action(String name, String path) {
    for (Action action : Action.values()) {
      if (action.key().equals(name)) {
        return action;
      }
    }
    throw new DataException(
        "'%s.action' is '%s'; known are block, warn and allow".formatted(path, name));
  }

  private static @Nullable String disclaimer(JsonNode node, Action action, String path) {
    if (action == Action.ALLOW) {
      if (node.has("disclaimer")) {
        throw new DataException("'" + path + ".disclaimer' is never shown: the action is allow");
      }
      return null;
    }
    return text(node, "disclaimer", path + ".");
  }

  private void add(
      List<PolicyRule> rules, JsonNode node, String category, PolicyRule.Kind kind, String path) {
    String key = kind.key();
    if (!node.has(key)) {
      return;
    }
    List<String> texts = texts(node, key, path + ".");
    for (int i = 0; i < texts.size(); i++) {
      String at = "%s.%s[%d]".formatted(path, key, i);
      String before = ruleAt.putIfAbsent(kind + " " + texts.get(i).toLowerCase(Locale.ROOT), at);
      if (before != null) {
        throw new DataException("'%s' repeats '%s' of '%s'".formatted(at, texts.get(i), before));
      }
      rules.add(new PolicyRule(category, kind, texts.get(i)));
    }
  }

  private static void checkKeys(JsonNode node, Set<String> known, String path) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new DataException(
                    "'%s%s' is unknown; known are %s"
                        .formatted(path, key, String.join(", ", known.stream().sorted().toList())));
              }
            });
  }

  private static String text(JsonNode node, String key, String path) {
    JsonNode value = node.path(key);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new DataException(
          "'%s%s' %s a text"
              .formatted(path, key, node.has(key) ? "must be" : "is missing; it must be"));
    }
    return value.asText();
  }

  private static List<String> texts(JsonNode node, String key, String path) {
    JsonNode array = node.path(key);
    if (!array.isArray()) {
      throw new DataException("'" + path + key + "' must be a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      JsonNode item = array.get(i);
      if (!item.isTextual() || item.asText().isBlank()) {
        throw new DataException("'%s%s[%d]' must be a text".formatted(path, key, i));
      }
      texts.add(item.asText().strip());
    }
    return texts;
  }
}
