package dev.ocellus.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model's folder says of the model to people: its {@code ocellus.json}, and failing that the
 * licence that its {@code README.md} states at its head, as hubs have it.
 *
 * @param summary what the model is, a sentence
 * @param licence under which its weights may be used
 * @param trainingData what it learned from, and where its weights come from
 * @param caveat what to know before relying on it
 */
public record ModelCard(
    @Nullable String summary,
    @Nullable String licence,
    @Nullable String trainingData,
    @Nullable String caveat) {

  static final String FILE = "ocellus.json";
  static final String README = "README.md";

  private static final Pattern FRONT_MATTER_LICENCE =
      Pattern.compile("\\A---\\R(?:(?!---\\R).*\\R)*?license:[ \\t]*(\\S.*?)[ \\t]*\\R");

  /** Reads what the model has. */
  public static ModelCard of(ModelFiles files) {
    if (files.has(FILE)) {
      JsonNode card = JsonFile.read(files, FILE).root();
      return new ModelCard(
          text(card, "summary"),
          text(card, "licence"),
          text(card, "training_data"),
          text(card, "caveat"));
    }
    if (files.has(README)) {
      String readme = new String(files.bytes(README), StandardCharsets.UTF_8);
      Matcher licence = FRONT_MATTER_LICENCE.matcher(readme);
      if (licence.find()) {
        return new ModelCard(null, licence.group(1), null, null);
      }
    }
    return new ModelCard(null, null, null, null);
  }

  private static @Nullable String text(JsonNode card, String key) {
    JsonNode value = card.path(key);
    return value.isTextual() ? value.textValue() : null;
  }
}
