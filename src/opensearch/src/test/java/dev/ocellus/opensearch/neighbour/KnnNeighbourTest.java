package dev.ocellus.opensearch.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.TestCluster;
import dev.ocellus.opensearch.codec.ShardFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensearch.Version;
import org.opensearch.plugins.PluginInfo;

/** A node with a plugin beside Ocellus that has codecs of its own, as the k-NN plugin has. */
class KnnNeighbourTest {

  private static final String SOURCE = "KnnLikePlugin.java";

  @TempDir static Path temp;

  private static TestCluster cluster;

  @BeforeAll
  static void start() {
    cluster = TestCluster.start("neighbour", 1, Map.of(), List.of(), KnnNeighbourTest::install);
  }

  /** As a folder below {@code plugins}: what {@code opensearch-plugin} would leave. */
  private static void install(Path home) {
    try {
      Path classes = compiled();
      Path folder = Files.createDirectories(home.resolve("plugins/knn-like"));
      try (JarOutputStream jar =
              new JarOutputStream(Files.newOutputStream(folder.resolve("knn-like-1.0.jar")));
          Stream<Path> compiled = Files.walk(classes)) {
        for (Path file : compiled.filter(Files::isRegularFile).toList()) {
          jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
          jar.write(Files.readAllBytes(file));
        }
      }
      Files.write(
          folder.resolve(PluginInfo.OPENSEARCH_PLUGIN_PROPERTIES),
          List.of(
              "name=knn-like",
              "description=stands in for the k-NN plugin",
              "version=1.0",
              "opensearch.version=" + Version.CURRENT,
              "java.version=21",
              "classname=" + KnnNeighbourTest.class.getPackageName() + ".KnnLikePlugin"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of its classes. */
  private static Path compiled() throws IOException {
    Path source = temp.resolve(SOURCE);
    try (InputStream text = KnnNeighbourTest.class.getResourceAsStream(SOURCE)) {
      Files.write(source, text.readAllBytes());
    }
    Path classes = temp.resolve("classes");
    StringWriter said = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-proc:none", "-d", Files.createDirectories(classes).toString()),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertTrue(done, said::toString);
    }
    return classes;
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  /** Of an index with {@code index.knn} the neighbour writes the vectors, of others Ocellus. */
  @ParameterizedTest
  @CsvSource({"true, ''", "false, " + Lucene104HnswScalarQuantizedVectorsFormat.NAME})
  void photosAreFoundInIndexesOfEither(boolean knn, String format) throws IOException {
    RestClient client = cluster.client();
    String index = "ocellus-photos-" + knn;
    client
        .put(
            "/" + index,
            """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "index.knn": %s}}"""
                .formatted(knn))
        .expect(200);
    client
        .put("/_ingest/pipeline/photos", "{\"processors\": [{\"ocellus_encode\": {}}]}")
        .expect(200);
    for (String photo : List.of("chelsea", "rocket")) {
      String body =
          """
          {"photo": "%s", "caption": ["the %s"]}"""
              .formatted(base64(photo + ".jpg"), photo);
      client.put("/" + index + "/_doc/" + photo + "?pipeline=photos", body).expect(201);
    }
    client.post("/" + index + "/_flush", "").expect(200);
    client.post("/" + index + "/_refresh", "").expect(200);
    RestAnswer found =
        client
            .post("/" + index + "/_search", "{\"query\": {\"ocellus\": {\"query\": \"a cat\"}}}")
            .expect(200);
    assertEquals("chelsea", found.at("/hits/hits/0/_id").asText(), found.body());
    assertEquals(
        format,
        String.join(",", ShardFiles.formats(ShardFiles.of(cluster, index), "image_vector")));
  }

  private static String base64(String photo) throws IOException {
    byte[] file = Files.readAllBytes(Path.of("..", "..", "testdata", "photos", photo));
    return Base64.getEncoder().encodeToString(file);
  }
}
