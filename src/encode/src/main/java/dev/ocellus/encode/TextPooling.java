package dev.ocellus.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the vectors of a text's tokens become the text's.
 *
 * @param kind which tokens
 * @param normalized whether the vector is then brought to unit length
 */
public record TextPooling(Kind kind, boolean normalized) {

  /** Which tokens make a text's vector. */
  public enum Kind {
    /** The mean of all tokens, special ones included. */
    MEAN,
    /** The first token, which is [CLS] in models of BERT's kind. */
    CLS
  }

  private static final String POOLING = "1_Pooling/config.json";
  private static final String MODULES = "modules.json";

  /** What sentence-transformers calls them, in its older and in its newer form. */
  private static final Map<String, Kind> KINDS =
      Map.of(
          "mean", Kind.MEAN,
          "pooling_mode_mean_tokens", Kind.MEAN,
          "cls", Kind.CLS,
          "pooling_mode_cls_token", Kind.CLS);

  /**
   * What a model's files say, as sentence-transformers writes them: {@code 1_Pooling/config.json},
   * and {@code modules.json} whether the vector is normalised. Without the first, the mean.
   *
   * @throws ModelException if they name another kind, or a layer behind the pooling
   */
  static TextPooling read(ModelFiles files) {
    JsonFile pooling = JsonFile.readIfAny(files, POOLING);
    List<String> modes = modes(pooling.root());
    Kind kind = modes.isEmpty() ? Kind.MEAN : KINDS.get(modes.getFirst());
    if (kind == null || modes.size() > 1) {
      throw pooling.error(
          "pooling must be mean or cls, got " + String.join(" and ", modes) + "; ask for one");
    }
    return new TextPooling(kind, normalizes(files));
  }

  private static List<String> modes(JsonNode config) {
    JsonNode stated = config.path("pooling_mode");
    List<String> modes = new ArrayList<>();
    if (stated.isTextual()) {
      modes.add(stated.textValue());
    }
    stated.elements().forEachRemaining(mode -> modes.add(mode.asText()));
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      if (entry.getKey().startsWith("pooling_mode_") && entry.getValue().asBoolean(false)) {
        modes.add(entry.getKey());
      }
    }
    return modes;
  }

  private static boolean normalizes(ModelFiles files) {
    if (!files.has(MODULES)) {
      return false;
    }
    boolean normalizes = false;
    JsonFile modules = JsonFile.readTree(files, MODULES);
    for (JsonNode module : modules.root()) {
      String type = module.path("type").asText("");
      normalizes |= type.endsWith(".Normalize");
      if (type.endsWith(".Dense")) {
        throw modules.error("a Dense layer behind the pooling is not supported");
      }
    }
    return normalizes;
  }
}
