package dev.ocellus.opensearch.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.opensearch.cluster.TestCluster;
import dev.ocellus.opensearch.cluster.TestNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;

/** What a node wrote of an index of one shard. */
public final class ShardFiles {

  private ShardFiles() {}

  /** The folder of the shard's segments, on whichever node has it. */
  public static Path of(TestCluster cluster, String index) {
    JsonNode settings = cluster.client().get("/" + index + "/_settings").json();
    String uuid = settings.at("/" + index + "/settings/index/uuid").asText();
    for (TestNode node : cluster.nodes()) {
      Path shard = node.data().resolve(Path.of("nodes", "0", "indices", uuid, "0", "index"));
      if (Files.exists(shard)) {
        return shard;
      }
    }
    throw new AssertionError("no node has a shard of " + index);
  }

  /**
   * Names of the formats in which a field's vectors are. A codec that has one format for all fields
   * names none.
   */
  public static Set<String> formats(Path shard, String field) throws IOException {
    Set<String> formats = new TreeSet<>();
    try (FSDirectory directory = FSDirectory.open(shard);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        String format =
            leaf.reader()
                .getFieldInfos()
                .fieldInfo(field)
                .getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_FORMAT_KEY);
        if (format != null) {
          formats.add(format);
        }
      }
    }
    return formats;
  }
}
