package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.index.ExistingPhotos;
import dev.ocellus.lucene.index.ExistingPhotos.Entry;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.transfer.PhotoSource;
import dev.ocellus.lucene.transfer.PhotoSourceReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The photos of a cluster's index. */
final class ClusterPhotos implements ExistingPhotos.Source {

  private static final int PAGE = 1000;
  private static final String KEPT = "5m";

  private final ClusterClient client;
  private final String path;
  private final PhotoSourceReader reader;

  /**
   * @param fields of the index
   */
  ClusterPhotos(ClusterClient client, FieldCatalogue fields) {
    this.client = client;
    this.path = "/" + client.address().index();
    this.reader = new PhotoSourceReader(fields);
  }

  /**
   * All photos, without their vectors, as of one moment.
   *
   * @throws IndexException if one is of another encoder
   */
  List<Entry> entries(String modelId) throws IOException {
    List<Entry> entries = new ArrayList<>();
    JsonNode page = client.ok(client.send("POST", path + "/_search?scroll=" + KEPT, search()));
    while (!page.path("hits").path("hits").isEmpty()) {
      for (JsonNode hit : page.path("hits").path("hits")) {
        checkModel(hit, modelId);
        entries.add(reader.entry(hit.path("_id").asText(), hit.path("_source")));
      }
      ObjectNode next = scroll(page).put("scroll", KEPT);
      page = client.ok(client.send("POST", "/_search/scroll", next));
    }
    client.send("DELETE", "/_search/scroll", scroll(page));
    return entries;
  }

  private static ObjectNode search() {
    ObjectNode search = JsonNodeFactory.instance.objectNode();
    search.put("size", PAGE);
    search.putArray("sort").add("_doc");
    search
        .putObject("_source")
        .putArray("excludes")
        .add(PhotoSchema.IMAGE_VECTOR)
        .add(PhotoSource.CAPTIONS);
    return search;
  }

  private static ObjectNode scroll(JsonNode page) {
    return JsonNodeFactory.instance.objectNode().set("scroll_id", page.path("_scroll_id"));
  }

  private void checkModel(JsonNode hit, String modelId) {
    String model = hit.path("_source").path(PhotoSchema.MODEL_ID).asText(modelId);
    if (!model.equals(modelId)) {
      throw new IndexException(
          "%s has vectors of %s (%s), not of %s; index into another one"
              .formatted(client.address(), model, hit.path("_id").asText(), modelId));
    }
  }

  @Override
  public IndexedPhoto read(Entry entry) throws IOException {
    String id = URLEncoder.encode(entry.id(), StandardCharsets.UTF_8).replace("+", "%20");
    JsonNode document = client.ok(client.send("GET", path + "/_doc/" + id));
    return reader.photo(entry.id(), document.path("_source"));
  }

  @Override
  public void close() {}
}
