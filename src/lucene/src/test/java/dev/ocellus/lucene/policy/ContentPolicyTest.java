package dev.ocellus.lucene.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPolicyTest {

  private static final String DISCLAIMER =
      "This image is unavailable in your country in compliance with local laws";

  private static final ContentPolicy POLICY = ContentPolicy.bundled();

  private static final ContentPolicy RUSSIAN =
      ContentPolicy.parse(
          """
          {"format": "ocellus-policy", "version": 1, "name": "ru", "language": "ru",
           "categories": [
             {"name": "дети", "action": "block", "disclaimer": "нельзя", "lemmas": ["ребёнок"]}]}
          """,
          "ru.json");

  @Test
  void theDecisionSaysWhichRuleMadeItAndWhere() {
    PolicyDecision decision = POLICY.decide("Three happy Children run");
    assertEquals(Action.BLOCK, decision.action());
    assertEquals(new PolicyRule("children", PolicyRule.Kind.LEMMA, "child"), decision.rule());
    assertEquals("Children", decision.matched());
    assertEquals(Spelling.WRITTEN, decision.spelling());
    assertEquals(DISCLAIMER, decision.disclaimer());
  }

  @Test
  void whatNoRuleMatchesIsAllowedByNoRule() {
    assertEquals(PolicyDecision.NO_RULE, POLICY.decide("a dog runs on a beach"));
    assertEquals(PolicyDecision.NO_RULE, POLICY.decide(""));
  }

  @ParameterizedTest
  @CsvSource({
    "a baby grand piano, phrase baby grand piano",
    "baby corn, phrase baby <vegetable>",
    "two baby elephants, phrase baby <animal>",
    "Girl with a Pearl Earring, phrase girl with a pearl earring",
    "sixty Beach Boys fans, form beach boys"
  })
  void anInnocentCompoundIsAllowedByItsOwnRule(String text, String rule) {
    PolicyDecision decision = POLICY.decide(text);
    assertEquals(Action.ALLOW, decision.action());
    assertEquals(rule, String.valueOf(decision.rule()));
    assertTrue(text.contains(String.valueOf(decision.matched())));
    assertNull(decision.disclaimer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "children playing", // not child's play
        "baby, corn and soup", // a comma between
        "a girl at a baby grand piano",
        "a child feeds a baby elephant",
        "baby elephants and b4bies"
      })
  void anInnocentCompoundExcusesNothingBesideIt(String text) {
    assertEquals(Action.BLOCK, POLICY.decide(text).action());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nicole Kidman", "kidney", "Childish Gambino", "cowboy", "boyfriend"})
  void aWordThatHoldsAnotherIsNotThatWord(String text) {
    assertEquals(PolicyDecision.NO_RULE, POLICY.decide(text));
  }

  @Test
  void wideLettersAreNoDisguise() {
    PolicyDecision decision = POLICY.decide("see ｃｈｉｌｄ here");
    assertEquals(Action.BLOCK, decision.action());
    assertEquals("ｃｈｉｌｄ", decision.matched());
  }

  @ParameterizedTest
  @CsvSource({
    "see ch1ld here, ch1ld",
    "see k!ds here, k!ds",
    "see chi1dren here, chi1dren",
    "see сhild here, сhild", // Cyrillic es
    "see chi\u200bld here, chi\u200bld",
    "see kiiids here, kiiids",
    "see c-h-i-l-d here, c-h-i-l-d",
    "see c h i l d here, c h i l d",
    "see ba-by here, ba-by"
  })
  void aDisguisedWordIsReadAndShownAsItStands(String text, String matched) {
    PolicyDecision decision = POLICY.decide(text);
    assertEquals(Action.BLOCK, decision.action());
    assertEquals(Spelling.DISGUISED, decision.spelling());
    assertEquals(matched, decision.matched());
  }

  @ParameterizedTest
  @CsvSource({"childern", "todler", "teeanger", "newbron"})
  void aLongUnknownWordOneLetterAwayIsPutRight(String text) {
    PolicyDecision decision = POLICY.decide(text);
    assertEquals(Action.BLOCK, decision.action());
    assertEquals(Spelling.MISTYPED, decision.spelling());
  }

  @ParameterizedTest
  @ValueSource(strings = {"buoy", "chilled", "toddy", "Infanta", "bay", "kit"})
  void aKnownOrShortWordIsNotPutRight(String text) {
    assertEquals(PolicyDecision.NO_RULE, POLICY.decide(text));
  }

  @Test
  void theStricterActionDecides() {
    assertEquals(Action.WARN, POLICY.decide("a naked man").action());
    assertEquals("children", String.valueOf(POLICY.decide("naked child").rule().category()));
  }

  @Test
  void aPhotoIsMarkedByAllItsCaptions() {
    assertEquals(
        new PhotoMark(Action.BLOCK, List.of("children", "nudity")),
        POLICY.mark(List.of("a topless man", "a man and his son", "a baby elephant")));
    assertEquals(PhotoMark.NONE, POLICY.mark(List.of("a baby elephant", "a dog")));
  }

  @Test
  void aPolicyMayBeForAnotherLanguage() {
    assertEquals(Action.BLOCK, RUSSIAN.decide("двое детей на пляже").action());
    assertEquals(Action.ALLOW, RUSSIAN.decide("кот на окне").action());
  }

  @Test
  void theCommittedListIsMetAsWellAsDocumented() throws Exception {
    List<LabelledQuery> queries =
        LabelledQueries.read(Path.of("..", "..", "testdata", "policy_queries.csv"));
    assertTrue(queries.size() >= 200);
    for (PolicyCheck part : PolicyCheck.run(POLICY, queries).parts().values()) {
      assertTrue(
          part.figures(Action.BLOCK).precision() >= .98, part.figures(Action.BLOCK)::toString);
      assertTrue(part.figures(Action.BLOCK).recall() >= .95, part.figures(Action.BLOCK)::toString);
    }
  }

  @Test
  void theIdChangesWithTheContentAlone() {
    String json = POLICY.json();
    assertEquals(POLICY.id(), ContentPolicy.parse(json.replace("],", "],\n"), "p").id());
    assertTrue(POLICY.id().matches("default@[0-9a-f]{12}"), POLICY.id());
    String other = ContentPolicy.parse(json.replace("\"toddler\"", "\"moppet\""), "p").id();
    assertTrue(!other.equals(POLICY.id()) && other.startsWith("default@"));
  }
}
