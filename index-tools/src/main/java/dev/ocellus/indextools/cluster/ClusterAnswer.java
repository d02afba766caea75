package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a cluster answered.
 *
 * @param status of HTTP
 * @param body its JSON; a missing node if it was none
 */
record ClusterAnswer(int status, JsonNode body) {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;

  boolean isOk() {
    return status < 300;
  }

  boolean isMissing() {
    return status == 404;
  }

  boolean isTooLarge() {
    return status == 413;
  }

  /** Whether the same request may go through a little later. */
  boolean isForTheMoment() {
    return isForTheMoment(status);
  }

  /** The same of the status of one item of a bulk request. */
  static boolean isForTheMoment(int status) {
    return status == TOO_MANY_REQUESTS
        || status == BAD_GATEWAY
        || status == UNAVAILABLE
        || status == GATEWAY_TIMEOUT;
  }

  /** What the cluster says is wrong, on one line. */
  String reason() {
    JsonNode error = body.path("error");
    String reason = error.isTextual() ? error.asText() : reason(error);
    return "HTTP status " + status + (reason.isEmpty() ? "" : ", " + reason);
  }

  /**
   * The reason of an error of OpenSearch's, with the one behind it, which is often the telling one.
   */
  static String reason(JsonNode error) {
    String reason = error.path("reason").asText(error.path("type").asText());
    String cause = error.path("caused_by").path("reason").asText();
    return cause.isEmpty() || reason.contains(cause) ? reason : reason + ": " + cause;
  }
}
