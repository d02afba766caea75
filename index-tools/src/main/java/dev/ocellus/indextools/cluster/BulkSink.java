package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoSink;
import dev.ocellus.lucene.policy.PhotoMark;
import dev.ocellus.lucene.transfer.PhotoSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Photos on their way into a cluster's index, many a request. */
final class BulkSink implements PhotoSink {

  /** Where the gain of larger requests ends; far below what a node takes by default, 100 MB. */
  private static final int REQUEST_BYTES = 4 << 20;

  /** So that searches soon see the first photos, and a kill loses little. */
  private static final Duration LONGEST_KEPT = Duration.ofSeconds(2);

  /** Records in the index what a run has to say of it. */
  interface Record {
    void put(IndexMetadata metadata) throws IOException;
  }

  private final ClusterClient client;
  private final BulkRequests requests;
  private final Record record;
  private final List<BulkItem> items = new ArrayList<>();
  private IndexMetadata metadata;
  private boolean marked;
  private long bytes;
  private long lastSent = System.nanoTime();

  /**
   * @param metadata of the run
   * @param progress hears of photos that the index does not take
   */
  BulkSink(ClusterClient client, IndexMetadata metadata, IndexProgress progress, Record record) {
    this.client = client;
    this.requests = new BulkRequests(client, progress);
    this.metadata = metadata;
    this.record = record;
  }

  @Override
  public void put(IndexedPhoto photo, PhotoMark mark) {
    ObjectNode source = PhotoSource.write(photo, metadata.modelId(), metadata.fields(), mark);
    add(BulkItem.index(photo.id(), source));
  }

  @Override
  public void remove(String id) {
    add(BulkItem.delete(id));
  }

  private void add(BulkItem item) {
    items.add(item);
    bytes += item.lines().length;
  }

  @Override
  public void allMarked() {
    RecordedPolicy policy = metadata.policy();
    if (policy != null && !policy.complete()) {
      metadata = metadata.withPolicy(new RecordedPolicy(policy.id(), policy.json(), true));
      marked = true;
    }
  }

  @Override
  public boolean commitNowAndThen() throws IOException {
    if (items.isEmpty()
        || bytes < REQUEST_BYTES && System.nanoTime() - lastSent < LONGEST_KEPT.toNanos()) {
      return false;
    }
    flush();
    return true;
  }

  private void flush() throws IOException {
    List<BulkItem> request = new ArrayList<>();
    long size = 0;
    for (BulkItem item : items) {
      if (size > 0 && size + item.lines().length > REQUEST_BYTES) {
        requests.send(request);
        request = new ArrayList<>();
        size = 0;
      }
      request.add(item);
      size += item.lines().length;
    }
    requests.send(request);
    items.clear();
    bytes = 0;
    lastSent = System.nanoTime();
  }

  @Override
  public int commit() throws IOException {
    flush();
    if (marked) {
      record.put(metadata);
      marked = false;
    }
    String index = "/" + client.address().index();
    client.ok(client.send("POST", index + "/_refresh"));
    JsonNode count = client.ok(client.send("GET", index + "/_count"));
    return count.path("count").asInt();
  }

  /** How many photos the index did not take. */
  long rejected() {
    return requests.rejected();
  }

  @Override
  public void close() {}
}
