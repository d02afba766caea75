package dev.ocellus.opensearch.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.util.VectorUtil;

/**
 * Documents derived from the photos and captions of testdata/, which are indexed once: each has a
 * mixture of two pictures' vectors and some of all captions.
 */
final class DerivedDocuments {

  static final int COUNT = 500;

  private static final long SEED = Long.getLong("ocellus.seed", 20261120);
  private static final String INDEX = "ocellus-testdata";
  private static final int MOST_CAPTIONS = 3;

  private static SortedMap<String, ObjectNode> made;

  private DerivedDocuments() {}

  /** 500 of them, by id, always the same. */
  static synchronized SortedMap<String, ObjectNode> of(TestCluster cluster) {
    if (made == null) {
      System.out.println("documents derived with -Docellus.seed=" + SEED);
      FolderIndexing.run(
              FolderIndexing.PHOTOS,
              cluster.nodes().getFirst().url(),
              INDEX,
              "--captions",
              FolderIndexing.CAPTIONS)
          .report();
      made = derive(originals(cluster.client()), new Random(SEED));
    }
    return made;
  }

  private static List<ObjectNode> originals(RestClient client) {
    List<ObjectNode> originals = new ArrayList<>();
    client
        .get("/" + INDEX + "/_search?size=1000")
        .expect(200)
        .at("/hits/hits")
        .forEach(hit -> originals.add((ObjectNode) hit.get("_source")));
    originals.sort(Comparator.comparing(photo -> photo.get("content_sha256").asText()));
    return originals;
  }

  private static SortedMap<String, ObjectNode> derive(List<ObjectNode> originals, Random random) {
    SortedMap<String, ObjectNode> derived = new TreeMap<>();
    for (int i = 0; i < COUNT; i++) {
      ObjectNode photo = originals.get(i % originals.size()).deepCopy();
      JsonNode other = originals.get(random.nextInt(originals.size()));
      photo.put("image_vector", mixed(photo, other, random.nextFloat() / 2));
      ArrayNode texts = photo.putArray("caption");
      ArrayNode captions = photo.putArray("captions");
      for (int c = random.nextInt(MOST_CAPTIONS + 1); c > 0; c--) {
        JsonNode from = originals.get(random.nextInt(originals.size()));
        int caption = random.nextInt(Math.max(1, from.get("caption").size()));
        if (from.get("caption").has(caption)) {
          texts.add(from.get("caption").get(caption));
          captions.add(from.get("captions").get(caption));
        }
      }
      photo.put("width", 300 + i);
      derived.put("photo-%03d.jpg".formatted(i), photo);
    }
    return derived;
  }

  private static String mixed(JsonNode one, JsonNode other, float share) {
    float[] sum = vector(one);
    float[] added = vector(other);
    for (int d = 0; d < sum.length; d++) {
      sum[d] = (1 - share) * sum[d] + share * added[d];
    }
    ByteBuffer bytes = ByteBuffer.allocate(sum.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(VectorUtil.l2normalize(sum));
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static float[] vector(JsonNode photo) {
    byte[] bytes = Base64.getDecoder().decode(photo.get("image_vector").asText());
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }

  /** Makes an index of three shards and a replica by the template. */
  static void create(TestCluster cluster, String index) {
    cluster
        .client()
        .put(
            "/" + index,
            """
            {"settings": {"number_of_shards": 3, "number_of_replicas": 1}}""")
        .expect(200);
    cluster.awaitGreen();
  }

  /** Makes an index with all of them. */
  static void index(TestCluster cluster, String index) {
    create(cluster, index);
    SortedMap<String, ObjectNode> documents = of(cluster);
    RestAnswer answer =
        cluster
            .client()
            .post("/" + index + "/_bulk?refresh=true", bulk(documents, documents.keySet()))
            .expect(200);
    if (answer.at("/errors").asBoolean()) {
      throw new AssertionError(answer.body());
    }
  }

  /** The body of a bulk request that indexes some. */
  static String bulk(SortedMap<String, ObjectNode> documents, Collection<String> ids) {
    StringBuilder lines = new StringBuilder();
    for (String id : ids) {
      lines.append("{\"index\": {\"_id\": \"").append(id).append("\"}}\n");
      lines.append(documents.get(id)).append('\n');
    }
    return lines.toString();
  }
}
