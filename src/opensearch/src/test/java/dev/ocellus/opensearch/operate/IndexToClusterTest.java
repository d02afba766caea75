package dev.ocellus.opensearch.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.PhotoIndexer;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ocellus index --to} a real cluster. */
@ExtendWith(SharedCluster.class)
class IndexToClusterTest {

  private static final List<String> FILES =
      List.of("aqueduct.jpg", "astronaut.jpg", "chelsea.jpg", "cow.jpg");

  @TempDir private Path temp;

  private Path photos() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("photos"));
    for (String file : FILES) {
      Files.copy(FolderIndexing.PHOTOS.resolve(file), folder.resolve(file));
    }
    return folder;
  }

  private static JsonNode index(TestCluster cluster, Path photos, String index, Object... more) {
    return FolderIndexing.run(photos, cluster.nodes().getFirst().url(), index, more).report();
  }

  @Test
  void aFolderIsFoundAndFollowed(TestCluster cluster) throws IOException {
    Path photos = photos();
    Path table =
        Files.writeString(
            temp.resolve("captions.csv"),
            """
            image,caption,tag,stars,seen
            chelsea.jpg,An orange tabby with green eyes,pet,5,2021-03-04
            cow.jpg,A black and white cow stands in a meadow,farm,3,2020-05-17
            """);
    // A name that the template's pattern does not cover.
    String index = "my-photos";
    JsonNode report = index(cluster, photos, index, "--captions", table);
    assertEquals(4, report.get("added").asInt());
    assertEquals(4, report.get("photos").asInt());
    assertEquals(
        "chelsea.jpg",
        Searches.search(cluster.client(), index, "a ginger cat").expect(200).ids().getFirst());
    assertEquals(
        List.of("cow.jpg"),
        Searches.search(cluster.client(), index, "animal stars:<4 seen:>=2020-05")
            .expect(200)
            .ids());

    assertEquals(4, index(cluster, photos, index, "--captions", table).get("unchanged").asInt());
    Files.delete(photos.resolve("cow.jpg"));
    Files.move(photos.resolve("astronaut.jpg"), photos.resolve("space.jpg"));
    JsonNode next = index(cluster, photos, index);
    assertEquals(1, next.get("removed").asInt());
    assertEquals(1, next.get("renamed").asInt());
    assertEquals(3, next.get("photos").asInt());
    assertTrue(
        Searches.search(cluster.client(), index, "an astronaut")
            .expect(200)
            .ids()
            .contains("space.jpg"));
  }

  @Test
  void aPhotoThatTheMappingRefusesIsNamed(TestCluster cluster) throws IOException {
    Path photos = photos();
    Path table =
        Files.writeString(
            temp.resolve("captions.csv"), "image,caption,stars\ncow.jpg,A cow,3000000000\n");
    String index = "ocellus-refusing";
    cluster
        .client()
        .put(
            "/" + index,
            """
            {"mappings": {"properties": {"stars": {"type": "integer"}}}}""")
        .expect(200);
    var run =
        FolderIndexing.run(photos, cluster.nodes().getFirst().url(), index, "--captions", table);
    assertEquals(1, run.status());
    List<String> problems = run.err().lines().filter(line -> line.contains("refused")).toList();
    assertEquals(1, problems.size(), run.err());
    String problem = problems.getFirst();
    assertTrue(problem.startsWith("cow.jpg: refused by the cluster: "), problem);
    assertTrue(problem.contains("stars"), problem);
    assertEquals(3, cluster.client().get("/" + index + "/_count").at("/count").asInt());
  }

  @Test
  void anotherEncodersIndexIsRefused(TestCluster cluster) throws IOException {
    String index = "ocellus-other";
    cluster
        .client()
        .put(
            "/" + index,
            """
            {"mappings": {"properties": {"image_vector": {"type": "ocellus_vector",
              "dimension": 16, "model": "ocellus/tiny-clip"}}}}""")
        .expect(200);
    var run = FolderIndexing.run(photos(), cluster.nodes().getFirst().url(), index);
    assertTrue(run.err().contains("takes vectors of ocellus/tiny-clip"), run.err());
  }

  /** "Baby" names a person in English; what German words name is not known. */
  @Test
  void queriesAreReadInTheLanguageOfTheCaptions(TestCluster cluster) throws IOException {
    Path photos = photos();
    Path table =
        Files.writeString(
            temp.resolve("captions.csv"),
            """
            image,caption
            chelsea.jpg,Eine Katze mit grünen Augen
            cow.jpg,Eine Kuh und ein Baby auf der Wiese
            """);
    String query = "ein Baby auf einer Wiese";
    index(cluster, photos, "ocellus-german", "--captions", table, "--language", "de");
    JsonNode found =
        Searches.search(cluster.client(), "ocellus-german", query)
            .expect(200)
            .at("/hits/hits")
            .get(0);

    Path embedded = temp.resolve("index");
    new PhotoIndexer(IndexOptions.of(photos, embedded).withCaptions(table).withLanguage("de"))
        .run(IndexProgress.NONE);
    try (PhotoIndex index = PhotoIndex.open(embedded)) {
      Hit best = index.search(query).hits().getFirst();
      assertEquals("cow.jpg", best.id());
      assertEquals(best.id(), found.get("_id").asText());
      assertEquals(best.score(), found.get("_score").asDouble(), 1e-4);
    }
  }
}
