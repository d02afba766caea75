package dev.ocellus.opensearch.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mappings that change, and indices that are saved and brought back. */
@ExtendWith(SharedCluster.class)
class IndexChangesTest {

  @Test
  void aNewFieldIsSearchedAtOnceAndAVectorsDimensionStays(TestCluster cluster) {
    String index = "ocellus-mapping";
    DerivedDocuments.index(cluster, index);
    RestClient client = cluster.client();
    client
        .put(
            "/" + index + "/_mapping",
            """
            {"properties": {"album": {"type": "keyword"}}}""")
        .expect(200);
    client
        .post(
            "/" + index + "/_update/photo-007.jpg?refresh=true",
            """
            {"doc": {"album": "Bond"}}""")
        .expect(200);
    assertEquals(
        List.of("photo-007.jpg"),
        Searches.search(client, index, "a photo album:Bond").expect(200).ids());

    RestAnswer refused =
        client
            .put(
                "/" + index + "/_mapping",
                """
                {"properties": {"image_vector": {"type": "ocellus_vector", "dimension": 3}}}""")
            .expect(400);
    assertTrue(refused.reason().contains("dimension"), refused.body());
  }

  @Test
  void aSnapshotIsRestoredWithItsRanking(TestCluster cluster) {
    String index = "ocellus-saved";
    DerivedDocuments.index(cluster, index);
    RestClient client = cluster.client();
    var before = Searches.found(client, index);
    cluster.registerRepository("saved");
    RestAnswer snapshot =
        client
            .put(
                "/_snapshot/saved/one?wait_for_completion=true",
                """
                {"indices": "%s", "include_global_state": false}"""
                    .formatted(index))
            .expect(200);
    assertEquals("SUCCESS", snapshot.at("/snapshot/state").asText());
    client.delete("/" + index).expect(200);
    client.post("/_snapshot/saved/one/_restore?wait_for_completion=true", "").expect(200);
    cluster.awaitGreen();
    Searches.assertSame(before, Searches.found(client, index));
  }
}
