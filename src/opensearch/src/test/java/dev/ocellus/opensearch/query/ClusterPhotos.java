package dev.ocellus.opensearch.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.opensearch.cluster.RestClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** Photos in an index of a cluster. */
final class ClusterPhotos {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClusterPhotos() {}

  /**
   * Makes an index of photos.
   *
   * @param settings of the index, as JSON without braces
   */
  static void create(RestClient client, String index, String settings) {
    client
        .put(
            "/" + index,
            """
            {"settings": {%s},
             "mappings": {"properties": {
              "caption": {"type": "text", "analyzer": "ocellus_english",
                          "index_options": "offsets", "position_increment_gap": 100},
              "image_vector": {"type": "ocellus_vector", "dimension": 896,
                               "model": "ocellus/lite2-minilm-v3"},
              "image_hubness": {"type": "float"},
              "tag": {"type": "keyword"},
              "width": {"type": "long"},
              "height": {"type": "long"},
              "taken_at": {"type": "date"},
              "captions": {"type": "nested", "properties": {
                "vector": {"type": "ocellus_vector", "dimension": 384},
                "tokens": {"type": "ocellus_tokens", "dimension": 64},
                "subjects": {"type": "long"}}}}}}"""
                .formatted(settings))
        .expect(200);
  }

  /** Indexes photos, and makes them visible. */
  static void add(RestClient client, String index, List<IndexedPhoto> photos) {
    StringBuilder bulk = new StringBuilder();
    for (IndexedPhoto photo : photos) {
      ObjectNode action = JSON.createObjectNode();
      action.putObject("index").put("_id", photo.id());
      bulk.append(line(action)).append(line(document(photo)));
    }
    var answer = client.post("/" + index + "/_bulk?refresh=true", bulk.toString()).expect(200);
    if (answer.at("/errors").asBoolean()) {
      throw new AssertionError(answer.body());
    }
  }

  private static String line(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode document(IndexedPhoto photo) {
    ObjectNode document = JSON.createObjectNode();
    document.put("image_vector", base64(photo.picture().vector()));
    document.put("image_hubness", photo.picture().hubness());
    document.put("width", photo.picture().width());
    document.put("height", photo.picture().height());
    document.put("taken_at", photo.picture().takenAt());
    document.put("tag", String.valueOf(photo.fields().of(PhotoSchema.TAG).getFirst()));
    photo.captions().forEach(document.withArray("caption")::add);
    ArrayNode captions = document.putArray("captions");
    for (EncodedCaption caption : photo.encodedCaptions()) {
      ObjectNode nested = captions.addObject();
      nested.put("vector", base64(caption.vector()));
      BytesRef tokens = caption.tokens().toBytes();
      nested.put(
          "tokens",
          Base64.getEncoder()
              .encodeToString(
                  java.util.Arrays.copyOfRange(
                      tokens.bytes, tokens.offset, tokens.offset + tokens.length)));
      nested.put("subjects", caption.subjectBits());
    }
    return document;
  }

  static String base64(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
