package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * One operation of a bulk request.
 *
 * @param id of the photo
 * @param lines as they are sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BulkItem(String id, byte[] lines) {

  /** Puts a document in the place of the one of the same id. */
  static BulkItem index(String id, ObjectNode source) {
    return new BulkItem(id, bytes(action("index", id) + source + "\n"));
  }

  /** Deletes a document, if it is there. */
  static BulkItem delete(String id) {
    return new BulkItem(id, bytes(action("delete", id)));
  }

  private static String action(String name, String id) {
    ObjectNode action = JsonNodeFactory.instance.objectNode();
    action.putObject(name).put("_id", id);
    return action + "\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
