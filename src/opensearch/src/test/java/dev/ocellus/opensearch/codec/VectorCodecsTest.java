package dev.ocellus.opensearch.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat.FieldsReader;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.quantization.BaseQuantizedByteVectorValues;
import org.apache.lucene.util.quantization.QuantizedVectorsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensearch.Version;
import org.opensearch.cluster.metadata.IndexMetadata;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.index.IndexSettings;

/** In which format the vectors are on disk. */
@ExtendWith(SharedCluster.class)
class VectorCodecsTest {

  private static final int VECTORS = 200;
  private static final int DIMENSION = 64;
  private static final String QUANTIZED = Lucene104HnswScalarQuantizedVectorsFormat.NAME;

  @ParameterizedTest
  @CsvSource({"8bit, 64", "7bit, 64", "4bit, 32", "2bit, 16", "1bit, 8"})
  void aQuantizedFieldsSegmentHasItsBytesADimension(
      String quantization, int bytes, TestCluster cluster) throws IOException {
    String index = "codec-" + quantization;
    create(cluster.client(), index, "{}", quantization);
    Path shard = ShardFiles.of(cluster, index);
    assertEquals(Set.of(QUANTIZED), ShardFiles.formats(shard, "v"));
    assertEquals(bytes, bytesOfAVector(shard, "v"));
  }

  @Test
  void withoutQuantizationTheFloatsAreSearched(TestCluster cluster) throws IOException {
    create(cluster.client(), "codec-none", "{}", "none");
    Path shard = ShardFiles.of(cluster, "codec-none");
    assertEquals(Set.of("Lucene99HnswVectorsFormat"), ShardFiles.formats(shard, "v"));
    assertEquals(0, bytesOfAVector(shard, "v"));
  }

  @Test
  void theEnginesCodecsStayChoosable(TestCluster cluster) throws IOException {
    create(cluster.client(), "codec-best", "{\"index.codec\": \"best_compression\"}", "8bit");
    assertEquals(Set.of(QUANTIZED), ShardFiles.formats(ShardFiles.of(cluster, "codec-best"), "v"));
  }

  /** Such an index is written by the k-NN plugin's codec; here that is the engine's own. */
  @Test
  void indexesOfTheKnnPluginAreLeftToIt() {
    IndexSettings knn = settings("{\"index.knn\": true}");
    assertFalse(VectorCodecs.of(knn).isPresent());
    assertTrue(VectorCodecs.of(settings("{}")).isPresent());
  }

  private static IndexSettings settings(String json) {
    Settings settings =
        Settings.builder()
            .loadFromSource(json, XContentType.JSON)
            .put("index.version.created", Version.CURRENT)
            .put("index.number_of_shards", 1)
            .put("index.number_of_replicas", 0)
            .build();
    try {
      return new IndexSettings(
          IndexMetadata.builder("photos")
              .settings(settings)
              .putMapping("{\"properties\": {\"v\": {\"type\": \"ocellus_vector\"}}}")
              .build(),
          Settings.EMPTY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One shard, one segment. */
  private static void create(
      RestClient client, String index, String settings, String quantization) {
    client
        .put(
            "/" + index,
            """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "index": %s},
             "mappings": {"properties": {"v": {"type": "ocellus_vector", "dimension": %d,
               "similarity": "cosine", "quantization": "%s"}}}}"""
                .formatted(settings.replace("index.", ""), DIMENSION, quantization))
        .expect(200);
    Random random = new Random(7);
    StringBuilder bulk = new StringBuilder();
    for (int i = 0; i < VECTORS; i++) {
      bulk.append("{\"index\": {}}\n{\"v\": [");
      for (int d = 0; d < DIMENSION; d++) {
        bulk.append(d == 0 ? "" : ",").append((float) random.nextGaussian());
      }
      bulk.append("]}\n");
    }
    client.post("/" + index + "/_bulk", bulk.toString()).expect(200);
    client.post("/" + index + "/_forcemerge?max_num_segments=1&flush=true", "").expect(200);
  }

  /** Of the copy that is searched; 0 if there is none. */
  private static int bytesOfAVector(Path shard, String field) throws IOException {
    try (FSDirectory directory = FSDirectory.open(shard);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      CodecReader segment = (CodecReader) reader.leaves().getFirst().reader();
      FieldsReader fields = (FieldsReader) segment.getVectorReader();
      QuantizedVectorsReader quantized = (QuantizedVectorsReader) fields.getFieldReader(field);
      BaseQuantizedByteVectorValues values = quantized.getQuantizedVectorValues(field);
      return values == null ? 0 : values.vectorValue(0).length;
    }
  }
}
