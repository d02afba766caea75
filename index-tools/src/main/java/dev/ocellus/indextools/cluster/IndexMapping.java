package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.fields.FieldNames;
import dev.ocellus.lucene.index.CaptionDimensions;
import dev.ocellus.lucene.transfer.PhotoSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of an index: which fields it has, and under {@code _meta} what runs recorded.
 *
 * @param index its name in messages
 * @param json the mapping
 */
record IndexMapping(String index, JsonNode json) {

  private static final String META = "ocellus_index";
  private static final String VECTOR_TYPE = "ocellus_vector";

  private static final Map<String, FieldKind> KINDS =
      Map.ofEntries(
          Map.entry("text", FieldKind.TEXT),
          Map.entry("keyword", FieldKind.KEYWORD),
          Map.entry("long", FieldKind.LONG),
          Map.entry("integer", FieldKind.LONG),
          Map.entry("short", FieldKind.LONG),
          Map.entry("byte", FieldKind.LONG),
          Map.entry("double", FieldKind.DOUBLE),
          Map.entry("float", FieldKind.DOUBLE),
          Map.entry("half_float", FieldKind.DOUBLE),
          Map.entry("scaled_float", FieldKind.DOUBLE),
          Map.entry("date", FieldKind.DATE));

  /**
   * What the last run recorded, null if none did.
   *
   * @throws IndexException if a run of another version of the schema did
   */
  @Nullable IndexMetadata recorded() {
    JsonNode meta = json.path("_meta").path(META);
    if (!meta.isObject()) {
      return null;
    }
    Map<String, String> data = new HashMap<>();
    meta.properties().forEach(entry -> data.put(entry.getKey(), entry.getValue().asText()));
    return IndexMetadata.fromCommitData(index, data).withFields(fields());
  }

  /** The fields that queries can name, however they got into the mapping. */
  FieldCatalogue fields() {
    FieldCatalogue fields = FieldCatalogue.BUILT_IN;
    for (Map.Entry<String, JsonNode> property : json.path("properties").properties()) {
      FieldKind kind = KINDS.get(property.getValue().path("type").asText());
      if (kind != null && FieldNames.problem(property.getKey()) == null) {
        fields = fields.with(property.getKey(), kind);
      }
    }
    return fields;
  }

  /**
   * What a run adds: the fields that are not there, and its record beside what else is in _meta.
   */
  ObjectNode addition(IndexMetadata metadata) {
    ObjectNode added = JsonNodeFactory.instance.objectNode();
    ObjectNode meta = added.putObject("_meta");
    json.path("_meta").properties().forEach(e -> meta.set(e.getKey(), e.getValue()));
    ObjectNode record = meta.putObject(META);
    metadata.toCommitData().forEach(record::put);
    ObjectNode properties = added.putObject("properties");
    Map<String, FieldKind> there = fields().kinds();
    metadata
        .fields()
        .own()
        .forEach(
            (name, kind) -> {
              if (!there.containsKey(name)) {
                properties.set(name, property(kind));
              }
            });
    return added;
  }

  private ObjectNode property(FieldKind kind) {
    ObjectNode property = JsonNodeFactory.instance.objectNode();
    property.put("type", kind.key());
    if (kind == FieldKind.TEXT) {
      // Read as captions are.
      JsonNode caption = caption();
      for (String option : new String[] {"analyzer", "search_analyzer", "index_options"}) {
        if (caption.has(option)) {
          property.set(option, caption.get(option));
        }
      }
    }
    return property;
  }

  /** Whether there are vectors of pictures. */
  boolean isOfPhotos() {
    return imageVector().path("type").asText().equals(VECTOR_TYPE);
  }

  /**
   * Whether the index can hold a run's photos.
   *
   * @throws IndexException if it cannot
   */
  void check(IndexMetadata metadata, CaptionDimensions captions) {
    checkVector(PhotoSchema.IMAGE_VECTOR, imageVector(), metadata.modelId(), metadata.dimension());
    checkVector("captions.vector", captionVector(), metadata.modelId(), captions.vector());
    String analyzer = caption().path("analyzer").asText("standard");
    if (!analyzer.equals(PluginAnalyzer.name(metadata.language()))) {
      throw new IndexException(
          "%s reads captions by analyzer %s, not in language %s (%s); use that language, or another index"
              .formatted(
                  index, analyzer, metadata.language(), PluginAnalyzer.name(metadata.language())));
    }
  }

  private void checkVector(String name, JsonNode field, String model, int dimension) {
    if (!field.path("type").asText().equals(VECTOR_TYPE)) {
      throw new IndexException(
          "%s is no index of photos: it has no field %s of type %s; use another index, or one that is not there yet"
              .formatted(index, name, VECTOR_TYPE));
    }
    int has = field.path("dimension").asInt(dimension);
    String of = field.path("model").asText(model);
    if (has != dimension || !of.equals(model)) {
      throw new IndexException(
          "%s takes vectors of %s (%s: %d dimensions), not of %s (%d); index into another one"
              .formatted(index, of, name, has, model, dimension));
    }
  }

  JsonNode caption() {
    return json.path("properties").path(PhotoSchema.CAPTION);
  }

  JsonNode imageVector() {
    return json.path("properties").path(PhotoSchema.IMAGE_VECTOR);
  }

  JsonNode captionVector() {
    return captions().path("vector");
  }

  JsonNode captionTokens() {
    return captions().path("tokens");
  }

  private JsonNode captions() {
    return json.path("properties").path(PhotoSource.CAPTIONS).path("properties");
  }
}
