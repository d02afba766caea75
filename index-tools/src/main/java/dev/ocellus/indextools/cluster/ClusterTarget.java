package dev.ocellus.indextools.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.index.CaptionDimensions;
import dev.ocellus.lucene.index.ExistingPhotos;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoTarget;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An index of a cluster as the target of an indexing run. For one run. */
final class ClusterTarget implements PhotoTarget {

  private final ClusterClient client;
  private final String path;
  private @Nullable IndexMapping mapping;
  private @Nullable BulkSink sink;

  private ClusterTarget(ClusterClient client, @Nullable IndexMapping mapping) {
    this.client = client;
    this.path = "/" + client.address().index();
    this.mapping = mapping;
  }

  /**
   * Looks at the cluster, and at the index if it is there.
   *
   * @throws IndexException if it cannot take photos
   */
  static ClusterTarget of(ClusterClient client) throws IOException {
    new ClusterCheck(client).check();
    ClusterTarget target = new ClusterTarget(client, null);
    ClusterAnswer answer = client.send("GET", target.path + "/_mapping");
    if (!answer.isMissing()) {
      JsonNode indices = client.ok(answer);
      if (indices.size() != 1) {
        throw new IndexException(
            "%s stands for %d indices; name one of them".formatted(target.name(), indices.size()));
      }
      target.mapping = new IndexMapping(target.name(), indices.iterator().next().path("mappings"));
    }
    return target;
  }

  @Override
  public String name() {
    return client.address().toString();
  }

  @Override
  public @Nullable IndexMetadata recorded() {
    return mapping == null ? null : mapping.recorded();
  }

  @Override
  public FieldCatalogue fields() {
    return mapping == null ? FieldCatalogue.BUILT_IN : mapping.fields();
  }

  @Override
  public ExistingPhotos existing(IndexMetadata metadata) throws IOException {
    if (mapping == null) {
      return ExistingPhotos.none();
    }
    client.ok(client.send("POST", path + "/_refresh"));
    ClusterPhotos photos = new ClusterPhotos(client, mapping.fields());
    return new ExistingPhotos(photos.entries(metadata.modelId()), photos);
  }

  @Override
  public BulkSink open(IndexMetadata metadata, CaptionDimensions captions, IndexProgress progress)
      throws IOException {
    if (mapping == null) {
      mapping = create(metadata, captions);
    } else {
      mapping.check(metadata, captions);
      record(mapping, metadata);
    }
    IndexMapping ready = mapping;
    sink = new BulkSink(client, metadata, progress, done -> record(ready, done));
    return sink;
  }

  /** How many photos the index did not take. */
  long rejected() {
    return sink == null ? 0 : sink.rejected();
  }

  private void record(IndexMapping there, IndexMetadata metadata) throws IOException {
    client.ok(client.send("PUT", path + "/_mapping", there.addition(metadata)));
  }

  private IndexMapping create(IndexMetadata metadata, CaptionDimensions captions)
      throws IOException {
    IndexMapping made = new NewIndex(client).mapping(metadata, captions);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("mappings", made.json());
    client.ok(client.send("PUT", path, body));
    return made;
  }
}
