package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.index.IndexProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends bulk requests until each of their items was taken or refused for good. Items say on their
 * own what became of them: those that failed for the moment are sent again, the others not.
 */
final class BulkRequests {

  private static final int NOT_FOUND = 404;

  private final ClusterClient client;
  private final IndexProgress progress;
  private final String path;
  private long rejected;

  /**
   * @param progress hears of refused items: one line each
   */
  BulkRequests(ClusterClient client, IndexProgress progress) {
    this.client = client;
    this.progress = progress;
    this.path =
        "/" + client.address().index() + "/_bulk?filter_path=errors,items.*.status,items.*.error";
  }

  /** How many items were refused. */
  long rejected() {
    return rejected;
  }

  /**
   * @throws ClusterException if the cluster cannot be reached, or refuses the request as a whole
   */
  void send(List<BulkItem> items) throws IOException {
    List<BulkItem> open = items;
    long lastTaken = System.nanoTime();
    int failures = 0;
    while (!open.isEmpty()) {
      ClusterAnswer answer = client.sendLines(path, body(open));
      if (answer.isTooLarge()) {
        sendHalves(open);
        return;
      }
      JsonNode results = client.ok(answer);
      if (!results.path("errors").asBoolean()) {
        return;
      }
      List<BulkItem> again = new ArrayList<>();
      String problem = failed(open, results.path("items"), again);
      if (again.size() < open.size()) {
        lastTaken = System.nanoTime();
        failures = 0;
      }
      open = again;
      if (!open.isEmpty()) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - lastTaken);
        client.pause(problem, ++failures, elapsed, null);
      }
    }
  }

  /** Tells of what was refused; adds to {@code again} what may go through later, and says why. */
  private String failed(List<BulkItem> items, JsonNode results, List<BulkItem> again) {
    String problem = "";
    for (int i = 0; i < items.size(); i++) {
      JsonNode result = outcome(results.path(i));
      int status = result.path("status").asInt();
      JsonNode error = result.path("error");
      if (ClusterAnswer.isForTheMoment(status)) {
        again.add(items.get(i));
        problem = "%s: %s".formatted(client.address(), ClusterAnswer.reason(error));
      } else if (status >= 300 && status != NOT_FOUND || error.isObject()) {
        reject(items.get(i), ClusterAnswer.reason(error));
      }
    }
    return problem;
  }

  /** Of {"index": {"status": 201}}, say, what stands under the operation. */
  private static JsonNode outcome(JsonNode result) {
    return result.isEmpty() ? result : result.iterator().next();
  }

  private void reject(BulkItem item, String reason) {
    rejected++;
    progress.problem("%s: refused by the cluster: %s".formatted(item.id(), reason));
  }

  private void sendHalves(List<BulkItem> items) throws IOException {
    if (items.size() == 1) {
      reject(items.getFirst(), "larger than the cluster takes, http.max_content_length");
      return;
    }
    int half = items.size() / 2;
    send(items.subList(0, half));
    send(items.subList(half, items.size()));
  }

  private static byte[] body(List<BulkItem> items) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    items.forEach(item -> body.writeBytes(item.lines()));
    return body.toByteArray();
  }
}
