package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.index.CaptionDimensions;
import java.io.IOException;

/**
 * The mapping of an index that is to be made: that of the cluster's template for its name, if it is
 * one for photos, else the plugin's own; for the run's encoder and language.
 */
final class NewIndex {

  private static final String COMPONENT = "ocellus-photos";
  private static final String DEFAULT_ANALYZER = PluginAnalyzer.name("en");

  private final ClusterClient client;

  NewIndex(ClusterClient client) {
    this.client = client;
  }

  /**
   * @throws IndexException if an operator's template has captions read in another language
   */
  IndexMapping mapping(IndexMetadata metadata, CaptionDimensions captions) throws IOException {
    ClusterAddress address = client.address();
    IndexMapping mapping = new IndexMapping(address.toString(), ofName(address.index()));
    if (!mapping.isOfPhotos()) {
      mapping = new IndexMapping(address.toString(), ofPlugin());
    }
    adapt(mapping, metadata, captions);
    mapping.check(metadata, captions);
    ObjectNode added = mapping.addition(metadata);
    ObjectNode json = (ObjectNode) mapping.json();
    json.set("_meta", added.get("_meta"));
    json.withObject("/properties").setAll((ObjectNode) added.get("properties"));
    return mapping;
  }

  /** What the cluster's templates make of a name; a missing node if none is for it. */
  private JsonNode ofName(String index) throws IOException {
    ClusterAnswer answer = client.send("POST", "/_index_template/_simulate_index/" + index);
    return answer.body().path("template").path("mappings");
  }

  private JsonNode ofPlugin() throws IOException {
    ClusterAnswer answer = client.send("GET", "/_component_template/" + COMPONENT);
    if (answer.isMissing()) {
      throw new IndexException(
          "%s has no component template %s, which the plugin brings; restart its cluster manager, or put it back"
              .formatted(client.address().server(), COMPONENT));
    }
    return client
        .ok(answer)
        .path("component_templates")
        .path(0)
        .path("component_template")
        .path("template")
        .path("mappings");
  }

  /** Encoder and language are the run's; but an operator's template may insist on a language. */
  private static void adapt(
      IndexMapping mapping, IndexMetadata metadata, CaptionDimensions captions) {
    ofModel(mapping.imageVector(), metadata.modelId(), metadata.dimension());
    ofModel(mapping.captionVector(), metadata.modelId(), captions.vector());
    if (captions.token() > 0 && mapping.captionTokens() instanceof ObjectNode tokens) {
      tokens.put("dimension", captions.token());
    }
    if (mapping.caption() instanceof ObjectNode caption
        && caption.path("analyzer").asText().equals(DEFAULT_ANALYZER)) {
      caption.put("analyzer", PluginAnalyzer.name(metadata.language()));
      if (metadata.language().equals(CaptionAnalyzer.AUTO)) {
        caption.put("search_analyzer", PluginAnalyzer.name(metadata.language()) + "_search");
      }
    }
  }

  private static void ofModel(JsonNode vector, String model, int dimension) {
    if (vector instanceof ObjectNode field) {
      field.put("dimension", dimension);
      field.put("model", model);
    }
  }
}
