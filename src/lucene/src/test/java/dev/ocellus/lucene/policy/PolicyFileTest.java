package dev.ocellus.lucene.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a policy file is said in one line, with the file and the place. */
class PolicyFileTest {

  @TempDir Path temp;

  private static final String CATEGORY =
      "{\"name\": \"c\", \"action\": \"block\", \"disclaimer\": \"no\", \"lemmas\": [\"child\"]}";

  private String error(String categories) throws IOException {
    return errorOf(
        "{\"format\": \"ocellus-policy\", \"version\": 1, \"name\": \"p\", \"language\": \"en\",\n"
            + "\"categories\": ["
            + categories
            + "]}");
  }

  private String errorOf(String json) throws IOException {
    Path file = Files.writeString(temp.resolve("p.json"), json);
    String message = assertThrows(DataException.class, () -> ContentPolicy.read(file)).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.startsWith(file.toString()), message);
    return message.substring(file.toString().length());
  }

  @Test
  void badJsonIsNamedByItsLine() throws IOException {
    assertTrue(errorOf("{\"format\":\n oops}").startsWith(":2: not JSON: "));
    assertTrue(errorOf("").contains("must be a JSON object"));
    assertTrue(
        error(CATEGORY.replace("\"name\"", "\"action\": \"warn\", \"name\""))
            .contains("Duplicate"));
  }

  @Test
  void whatTheFileLacksOrMustNotHaveIsNamedByItsPath() throws IOException {
    assertEquals(
        ": 'categories[0].action' is 'deny'; known are block, warn and allow",
        error(CATEGORY.replace("block", "deny")));
    assertEquals(
        ": 'categories[0]' (c) is empty; give it lemmas, forms or phrases",
        error(CATEGORY.replace("\"child\"", "")));
    assertEquals(
        ": 'categories[0].disclaimer' is missing; it must be a text",
        error(CATEGORY.replace("\"disclaimer\": \"no\", ", "")));
    assertEquals(
        ": 'categories[0].disclaimer' is never shown: the action is allow",
        error(CATEGORY.replace("block", "allow")));
    assertEquals(
        ": 'categories[0].lemma' is unknown; known are action, description, disclaimer, forms,"
            + " lemmas, name, phrases",
        error(CATEGORY.replace("lemmas", "lemma")));
    assertEquals(": 'categories' must be a list of at least one category", error(""));
    assertTrue(errorOf("{\"format\": \"x\", \"version\": 1}").contains("'format' is 'x'"));
  }

  @Test
  void repetitionsAreNamedByBothPlaces() throws IOException {
    assertEquals(": 'categories[1]' repeats the category 'c'", error(CATEGORY + "," + CATEGORY));
    assertEquals(
        ": 'categories[1].lemmas[0]' repeats 'Child' of 'categories[0].lemmas[0]'",
        error(CATEGORY + "," + CATEGORY.replace("\"c\"", "\"d\"").replace("child", "Child")));
  }

  @Test
  void aRuleThatCouldNeverMatchAsMeantIsRefused() throws IOException {
    assertEquals(
        ": category 'c': 'children' is no lemma, but a form of child; name that, or put 'children'"
            + " among the forms",
        error(CATEGORY.replace("child", "children")));
    assertEquals(
        ": category 'c': 'little child' is not one word",
        error(CATEGORY.replace("child", "little child")));
    assertEquals(
        ": category 'c': 'no clothes' begins or ends with a stop word, which is in no index; leave"
            + " it out",
        error(CATEGORY.replace("lemmas", "phrases").replace("child", "no clothes")));
    assertEquals(
        ": category 'c': 'baby <animal>' names the list 'animal'; filled ones are []",
        error(CATEGORY.replace("lemmas", "phrases").replace("child", "baby <animal>")));
  }

  @Test
  void aMissingFileOrALanguageNobodyKnowsIsNamed() {
    Path missing = temp.resolve("missing.json");
    assertEquals(
        missing + ": no such file; a policy is JSON, see docs/content-policy.md",
        assertThrows(DataException.class, () -> ContentPolicy.read(missing)).getMessage());
    String json =
        ContentPolicy.bundled().json().replace("\"language\":\"en\"", "\"language\":\"xx\"");
    assertTrue(
        assertThrows(DataException.class, () -> ContentPolicy.parse(json, "p.json"))
            .getMessage()
            .startsWith("p.json: unknown language xx; known: "));
  }
}
