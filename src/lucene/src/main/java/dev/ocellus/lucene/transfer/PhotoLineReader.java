package dev.ocellus.lucene.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoId;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.TokenVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads one photo, and refuses what an index could not hold. */
final class PhotoLineReader {

  private final JsonNode json;
  private final FieldCatalogue catalogue;
  private final int dimension;
  private final int captionDimension;

  PhotoLineReader(JsonNode json, FieldCatalogue catalogue, int dimension, int captionDimension) {
    this.json = json;
    this.catalogue = catalogue;
    this.dimension = dimension;
    this.captionDimension = captionDimension;
  }

  IndexedPhoto photo() {
    String id = ExportJson.text(json, "id");
    String problem = PhotoId.problem(id);
    if (problem != null) {
      throw new DataException("the id '" + id + "' " + problem);
    }
    List<String> captions = list("captions", PhotoLineReader::caption);
    return new IndexedPhoto(
        id, hex("sha256", 64), picture(), captions, encodedCaptions(captions.size()), fields());
  }

  private IndexedPhoto.Picture picture() {
    JsonNode hubness = json.path("image_hubness");
    if (!hubness.isNumber() || !(Math.abs(hubness.floatValue()) <= 1)) {
      throw new DataException("image_hubness is no number within -1 and 1");
    }
    return new IndexedPhoto.Picture(
        Vectors.read(json.path("image_vector"), "image_vector", dimension),
        hubness.decimalValue().floatValue(),
        Long.parseUnsignedLong(hex("perceptual_hash", 16), 16),
        ExportJson.count(json, "width"),
        ExportJson.count(json, "height"),
        takenAt());
  }

  private @Nullable Long takenAt() {
    JsonNode taken = json.path("taken_at");
    return taken.isMissingNode() || taken.isNull()
        ? null
        : (Long) value("taken_at", FieldKind.DATE, taken);
  }

  private String hex(String key, int digits) {
    String text = ExportJson.text(json, key);
    if (!text.matches("[0-9a-f]{" + digits + "}")) {
      throw new DataException("%s is not %d hexadecimal digits".formatted(key, digits));
    }
    return text;
  }

  private static String caption(JsonNode caption) {
    if (!caption.isTextual() || caption.textValue().isBlank()) {
      throw new DataException("a caption is empty");
    }
    return caption.textValue();
  }

  private List<EncodedCaption> encodedCaptions(int captions) {
    List<float[]> vectors =
        list("caption_vectors", node -> Vectors.read(node, "a caption vector", captionDimension));
    if (vectors.size() != captions) {
      throw new DataException("%d captions, but vectors of %d".formatted(captions, vectors.size()));
    }
    List<EncodedCaption> encoded = new ArrayList<>();
    for (int i = 0; i < captions; i++) {
      encoded.add(
          new EncodedCaption(
              vectors.get(i),
              tokens(json.path("caption_tokens").path(i)),
              EncodedCaption.subjectsOf(json.path("caption_subjects").path(i).asLong())));
    }
    return encoded;
  }

  private static @Nullable TokenVectors tokens(JsonNode node) {
    if (node.isMissingNode() || node.asText().isEmpty()) {
      return null;
    }
    byte[] bytes = Vectors.bytes(node, "caption_tokens");
    // A byte for the number of tokens, then for each a byte of weight and its vector.
    int tokens = Byte.toUnsignedInt(bytes[0]);
    boolean whole = tokens == 0 ? bytes.length == 1 : (bytes.length - 1) % tokens == 0;
    if (!whole || (tokens > 0 && bytes.length <= 1 + tokens)) {
      throw new DataException("caption_tokens are cut short");
    }
    return TokenVectors.ofBytes(new BytesRef(bytes));
  }

  private FieldValues fields() {
    FieldValues values =
        FieldValues.NONE.with(
            PhotoSchema.TAG, list("tags", node -> value("tags", FieldKind.KEYWORD, node)));
    for (Map.Entry<String, JsonNode> field : json.path("fields").properties()) {
      String name = field.getKey();
      FieldKind kind = catalogue.own().get(name);
      if (kind == null) {
        throw new DataException("the first line names no field " + name);
      }
      values = values.with(name, list(field.getValue(), name, node -> value(name, kind, node)));
    }
    return values;
  }

  private static Object value(String name, FieldKind kind, JsonNode node) {
    Object value = node.isValueNode() ? kind.parse(node.asText()) : null;
    if (value == null) {
      throw new DataException(
          "'%s' is not %s, as the field %s takes".formatted(node, kind.expected(), name));
    }
    return value;
  }

  private <T> List<T> list(String key, Function<JsonNode, T> element) {
    return list(json.path(key), key, element);
  }

  private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> element) {
    if (!node.isMissingNode() && !node.isArray()) {
      throw new DataException(key + " is no list");
    }
    List<T> list = new ArrayList<>();
    node.forEach(each -> list.add(element.apply(each)));
    return list;
  }
}
