package dev.ocellus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.policy.PhotoMark;
import dev.ocellus.lucene.transfer.PhotoSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What photos take on a node of a cluster: puts {@link PerturbedPhotos} into an index of one shard,
 * merges it into one segment, and prints the bytes of its files by kind, a photo, and the node's
 * heap.
 */
public final class ClusterMemory {

  private static final int PHOTOS = 100_000;
  private static final int REQUEST_BYTES = 8 << 20;
  private static final long SEED = 42;
  private static final String MODEL = "ocellus/lite2-minilm-v3";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String index;

  private ClusterMemory(String index) {
    this.index = index;
  }

  /**
   * @param args an index of real photos with captions; the address of an index of a node with the
   *     plugin, such as http://localhost:9200/ocellus-large, made if it is not there and read as it
   *     is if it has photos; and the number of photos (100,000 if left out)
   */
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("usage: ClusterMemory REAL_INDEX URL [PHOTOS]");
      System.exit(2);
    }
    var memory = new ClusterMemory(args[1]);
    int photos = args.length > 2 ? Integer.parseInt(args[2]) : PHOTOS;
    memory.heap("before");
    if (memory.create()) {
      memory.load(new PerturbedPhotos(RealPhotos.read(Path.of(args[0])).photos(), SEED), photos);
      memory.heap("loaded");
    }
    memory.send("POST", memory.index + "/_forcemerge?max_num_segments=1", "");
    memory.send("POST", memory.index + "/_flush?force=true", "");
    memory.files();
    memory.heap("merged");
  }

  /** Returns whether the index was not there. */
  private boolean create() throws Exception {
    String settings =
        """
        {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"}}""";
    if (answer("HEAD", index, "").statusCode() == 200
        && send("GET", index + "/_count", "").path("count").asLong() > 0) {
      return false;
    }
    if (answer("HEAD", index, "").statusCode() != 200) {
      send("PUT", index, settings);
    }
    return true;
  }

  private void load(PerturbedPhotos photos, int count) throws Exception {
    StringBuilder lines = new StringBuilder();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      IndexedPhoto photo = photos.next(i);
      ObjectNode source = PhotoSource.write(photo, MODEL, FieldCatalogue.BUILT_IN, PhotoMark.NONE);
      lines.append("{\"index\": {\"_id\": \"").append(photo.id()).append("\"}}\n");
      lines.append(source).append('\n');
      if (lines.length() > REQUEST_BYTES || i == count - 1) {
        JsonNode answer = send("POST", index + "/_bulk?filter_path=errors,items.*.error", lines);
        if (answer.path("errors").asBoolean()) {
          throw new IOException(answer.toString());
        }
        lines.setLength(0);
        System.out.printf(
            Locale.ROOT,
            "%,d photos, %.0f a second%n",
            i + 1,
            (i + 1) / ((System.nanoTime() - start) / 1e9));
      }
    }
    send("POST", index + "/_refresh", "");
  }

  private void files() throws Exception {
    JsonNode stats =
        send("GET", index + "/_stats/segments,store,docs?include_segment_file_sizes", "");
    JsonNode primaries = stats.path("_all").path("primaries");
    long photos = send("GET", index + "/_count", "").path("count").asLong();
    Map<String, Long> sizes = new TreeMap<>();
    primaries
        .path("segments")
        .path("file_sizes")
        .properties()
        .forEach(e -> sizes.put(e.getKey(), e.getValue().path("size_in_bytes").asLong()));
    System.out.printf(
        Locale.ROOT,
        "%,d photos in %d segments, %,d bytes: %,.0f a photo%n",
        photos,
        primaries.path("segments").path("count").asInt(),
        primaries.path("store").path("size_in_bytes").asLong(),
        primaries.path("store").path("size_in_bytes").asDouble() / photos);
    sizes.forEach(
        (kind, bytes) ->
            System.out.printf(
                Locale.ROOT,
                "  .%s %,d bytes: %,.0f a photo%n",
                kind,
                bytes,
                (double) bytes / photos));
  }

  private void heap(String when) throws Exception {
    URI server = URI.create(index).resolve("/_nodes/stats/jvm,process");
    for (JsonNode node : send("GET", server.toString(), "").path("nodes")) {
      System.out.printf(
          Locale.ROOT,
          "%s: %s: heap %,d MB used of %,d MB; old generation after its last collection %,d MB%n",
          when,
          node.path("name").asText(),
          node.at("/jvm/mem/heap_used_in_bytes").asLong() >> 20,
          node.at("/jvm/mem/heap_max_in_bytes").asLong() >> 20,
          node.at("/jvm/mem/pools/old/last_gc_stats/used_in_bytes").asLong() >> 20);
    }
  }

  private JsonNode send(String method, String address, CharSequence body) throws Exception {
    HttpResponse<byte[]> answer = answer(method, address, body);
    if (answer.statusCode() >= 300) {
      throw new IOException(
          method + " " + address + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return MAPPER.readTree(answer.body());
  }

  private HttpResponse<byte[]> answer(String method, String address, CharSequence body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header(
                "Content-Type",
                address.contains("_bulk") ? "application/x-ndjson" : "application/json")
            .method(method, BodyPublishers.ofString(body.toString()))
            .build();
    return http.send(request, BodyHandlers.ofByteArray());
  }
}
