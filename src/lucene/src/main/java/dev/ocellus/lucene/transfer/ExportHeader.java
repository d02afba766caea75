package dev.ocellus.lucene.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.policy.ContentPolicy;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first line of an export: what the index recorded of itself.
 *
 * @param metadata of the index
 * @param captionDimension length of the captions' vectors, which an encoder may have of their own;
 *     0 if unknown
 * @param fusion the index's own fusion file, or null if it had none
 * @param photos number of photos that follow
 */
record ExportHeader(
    IndexMetadata metadata, int captionDimension, @Nullable JsonNode fusion, long photos) {

  static final String FORMAT = "ocellus-export";
  static final int VERSION = 1;

  ObjectNode toJson() {
    ObjectNode json = ExportJson.object();
    json.put("format", FORMAT);
    json.put("version", VERSION);
    json.put("photos", photos);
    json.put("encoder", metadata.modelId());
    json.put("encoder_source", metadata.modelSource());
    json.put("dimension", metadata.dimension());
    json.put("caption_dimension", captionDimension);
    json.put("language", metadata.language());
    json.put("analyzer", metadata.analyzer());
    json.put("photo_folder", metadata.photoFolder().toString());
    ObjectNode fields = json.putObject("fields");
    metadata.fields().own().forEach((name, kind) -> fields.put(name, kind.key()));
    RecordedPolicy policy = metadata.policy();
    json.put("policy", policy == null ? null : policy.json());
    json.set("fusion", fusion);
    return json;
  }

  /**
   * Reads the first line.
   *
   * @throws DataException if it is not of an export that this version reads
   * @throws dev.ocellus.lucene.IndexException if the language or a field's kind is unknown here
   */
  static ExportHeader of(byte[] line) {
    JsonNode json = ExportJson.read(line);
    if (!json.path("format").asText().equals(FORMAT)) {
      throw new DataException("not a file that ocellus export wrote: its first line has no format");
    }
    if (json.path("version").asInt() != VERSION) {
      throw new DataException(
          "version %s of the format; this Ocellus reads version %d"
              .formatted(json.path("version").asText(), VERSION));
    }
    FieldCatalogue fields = FieldCatalogue.BUILT_IN;
    for (Map.Entry<String, JsonNode> field : json.path("fields").properties()) {
      fields = fields.with(field.getKey(), FieldKind.named(field.getValue().asText()));
    }
    JsonNode policy = json.path("policy");
    JsonNode fusion = json.path("fusion");
    CaptionAnalyzer analyzer = CaptionAnalyzer.of(ExportJson.text(json, "language"));
    IndexMetadata metadata =
        new IndexMetadata(
            ExportJson.text(json, "encoder"),
            ExportJson.text(json, "encoder_source"),
            ExportJson.count(json, "dimension"),
            analyzer.language(),
            analyzer.name(),
            Path.of(ExportJson.text(json, "photo_folder")),
            policy.isTextual()
                ? RecordedPolicy.of(ContentPolicy.parse(policy.textValue(), "its policy"), true)
                : null,
            fields);
    return new ExportHeader(
        metadata,
        Math.max(0, json.path("caption_dimension").asInt()),
        fusion.isObject() ? fusion : null,
        json.path("photos").asLong(-1));
  }
}
