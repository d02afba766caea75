package dev.ocellus.indextools;

import static dev.ocellus.indextools.SearchCommandTest.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

  private static final String OWN =
      "A smiling woman in an orange space suit sits in front of a flag.";

  @TempDir Path temp;

  private Path table(String name, String... lines) throws IOException {
    return Files.write(temp.resolve(name), List.of(lines));
  }

  private static JsonNode pairs(Path table, Object... more) {
    var arguments = new ArrayList<Object>();
    arguments.addAll(List.of("score", "--json", "--pairs", table));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray()).json().get("pairs");
  }

  @Test
  void aPairScoresAsASearchScoresIt() throws IOException {
    Path table =
        table(
            "pairs.csv",
            "image,query_id,query_text",
            "coffee.jpg,a,a cup of espresso",
            "bee.jpg,b,a cup of espresso");
    JsonNode pairs = pairs(table, "--index", TestPhotos.index());
    assertEquals(List.of("image", "query_id", "score", "parts"), keys(pairs.get(0)));
    assertEquals("a", pairs.get(0).get("query_id").asText());
    JsonNode hit =
        Cli.run("search", "--json", "--index", TestPhotos.index(), "a cup of espresso")
            .json()
            .get("hits")
            .get(0);
    assertEquals("coffee.jpg", hit.get("id").asText());
    assertEquals(hit.get("score").asDouble(), pairs.get(0).get("score").asDouble(), 1e-6);
    assertEquals(hit.get("parts"), pairs.get(0).get("parts"));
    assertTrue(pairs.get(1).get("score").asDouble() < 0.1, pairs.toString());
  }

  @Test
  void aFolderOfPhotosNeedsNoIndexAndNoCaptions() throws IOException {
    Path photos = Files.createDirectory(temp.resolve("photos"));
    for (String photo : List.of("coffee.jpg", "bee.jpg")) {
      Files.copy(TestPhotos.PHOTOS.resolve(photo), photos.resolve(photo));
    }
    Files.writeString(photos.resolve("broken.jpg"), "no photo");
    Path table =
        table(
            "pairs.csv",
            "image,query_id,query_text",
            "bee.jpg,1,a cup of coffee",
            "coffee.jpg,1,a cup of coffee",
            "broken.jpg,2,nothing",
            "coffee.jpg,3,");
    var result = Cli.run("score", "--json", "--photos", photos, "--pairs", table);
    JsonNode answer = result.json();
    assertEquals(2, answer.get("pairs").size());
    JsonNode bee = answer.get("pairs").get(0);
    JsonNode coffee = answer.get("pairs").get(1);
    assertTrue(coffee.get("score").asDouble() > bee.get("score").asDouble(), result.out());
    assertFalse(coffee.get("parts").has("captions"), result.out());
    assertEquals(1, answer.get("unknown_photos").asInt());
    assertEquals(1, answer.get("malformed_rows").asInt());
    assertTrue(result.err().contains(table + ":4: no photo broken.jpg"), result.err());
    assertTrue(result.err().contains(table + ":5: the text is empty"), result.err());
    assertEquals(1, result.err().lines().filter(l -> l.contains("broken.jpg:")).count());

    var forPeople = Cli.run("score", "--photos", photos, "--pairs", table);
    assertEquals(0, forPeople.status());
    assertTrue(forPeople.out().lines().toList().get(1).endsWith("  coffee.jpg  1"));
    assertTrue(
        forPeople.err().contains("2 pairs left out: 1 without their photo, 1 malformed rows"));
  }

  @Test
  void theTextItselfIsTakenOutOfThePhotosCaptions() throws IOException {
    Path table = table("own.csv", "image,query_id,query_text", "astronaut.jpg,own," + OWN);
    JsonNode with = pairs(table, "--index", TestPhotos.index()).get(0);
    JsonNode without = pairs(table, "--index", TestPhotos.index(), "--exclude-own-caption").get(0);
    assertEquals(3, with.get("parts").get("caption_count").asInt());
    assertEquals(1, with.get("parts").get("captions").asDouble(), 1e-4);
    assertEquals(2, without.get("parts").get("caption_count").asInt());
    assertTrue(without.get("parts").get("captions").asDouble() < 0.9, without.toString());
  }

  @Test
  void whereBothTablesHaveIdsTheyTellWhichCaptionIsTheTextItself() throws IOException {
    Path photos = Files.createDirectory(temp.resolve("photos"));
    Files.copy(TestPhotos.PHOTOS.resolve("bee.jpg"), photos.resolve("bee.jpg"));
    Path captions =
        table(
            "captions.csv",
            "image,query_id,query_text",
            "bee.jpg,x,A bee flies.",
            "bee.jpg,y,An insect hovers.",
            "gone.jpg,z,An insect hovers.");
    Path pairs =
        table(
            "pairs.csv",
            "image,query_id,query_text",
            "bee.jpg,x,a bee flies",
            "bee.jpg,z,An insect hovers.",
            "bee.jpg,other,An insect hovers.");
    JsonNode scored =
        pairs(pairs, "--photos", photos, "--captions", captions, "--exclude-own-caption");
    List<Integer> known = new ArrayList<>();
    scored.forEach(pair -> known.add(pair.get("parts").get("caption_count").asInt()));
    // x is a caption of the bee though it reads otherwise; z is one of another photo; an id that
    // the captions do not know goes by its text.
    assertEquals(List.of(1, 2, 1), known);
  }

  @Test
  void withoutPhotosThereIsNothingToScore() throws IOException {
    Path table = table("pairs.csv", "image,query_id,query_text", "gone.jpg,1,a dog");
    Cli.run("score", "--pairs", table)
        .assertFails(2, "which photos? give --index DIR or --photos DIR");
    var result = Cli.run("score", "--pairs", table, "--index", TestPhotos.index());
    assertEquals(2, result.status());
    assertTrue(result.err().contains("none of the 1 pairs of " + table + " has its photo"));
  }
}
