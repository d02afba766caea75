package dev.ocellus.lucene.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.QueryException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query describes. */
class PhotoQueryParserTest {

  private static ParsedQuery parse(String query) {
    ParsedQuery parsed = QueryCollection.parser().parseStrictly(query);
    assertEquals(query, parsed.text());
    return parsed;
  }

  private static DescribingText part(
      Evidence evidence, boolean unwanted, double weight, Object... wordsAndWeights) {
    List<WeightedText> words =
        IntStream.range(0, wordsAndWeights.length / 2)
            .mapToObj(
                i ->
                    new WeightedText(
                        (String) wordsAndWeights[2 * i],
                        ((Number) wordsAndWeights[2 * i + 1]).floatValue()))
            .toList();
    return new DescribingText(evidence, unwanted, (float) weight, words);
  }

  private static void assertTexts(String query, DescribingText... texts) {
    assertEquals(List.of(texts), parse(query).texts(), query);
  }

  @Test
  void plainWordsAreOneTextAsTyped() {
    ParsedQuery parsed = parse("Two dogs play on a beach, happily.");
    assertEquals(1, parsed.texts().size());
    assertEquals("Two dogs play on a beach, happily.", parsed.mainText().orElseThrow().text());
    assertEquals(1, parsed.texts().getFirst().words().getFirst().weight());
    assertFalse(parsed.hasOnlyCondition());
    assertEquals(List.of(), parsed.notes());
  }

  @Test
  void requiredWordsPhrasesAndAlternativesBelongToTheText() {
    assertTexts(
        "a +dog AND \"red car\"~2 OR (cat bird)",
        part(Evidence.BOTH, false, 1, "a", 1, "dog", 1, "red car", 1, "cat", 1, "bird", 1));
  }

  @Test
  void weightsStayWithTheirWordsAndMultiply() {
    assertTexts("dog^2 ball", part(Evidence.BOTH, false, 1, "dog", 2, "ball", 1));
    assertTexts(
        "(dog^2 \"red ball\")^0.5 cat^3",
        part(Evidence.BOTH, false, 1, "dog", 1, "red ball", .5, "cat", 3));
    assertEquals(2, parse("dog^2 ball").texts().getFirst().words().getFirst().weight());
  }

  @Test
  void whatIsUnwantedIsATextOfItsOwn() {
    assertTexts(
        "dog -people -\"red car\"^2 NOT (blue sky)",
        part(Evidence.BOTH, false, 1, "dog", 1),
        part(Evidence.BOTH, true, 1, "people", 1),
        part(Evidence.BOTH, true, 2, "red car", 1),
        part(Evidence.BOTH, true, 1, "blue", 1, "sky", 1));
    assertTrue(parse("-people").hasOnlyCondition());
    assertTexts("-(-dog)", part(Evidence.BOTH, false, 1, "dog", 1));
  }

  @Test
  void showAndSayAreTextsForTheirEvidence() {
    assertTexts(
        "dog show:sunset say:(red car)^2 show:\"calm sea\" -show:rain",
        part(Evidence.BOTH, false, 1, "dog", 1),
        part(Evidence.PICTURE, false, 1, "sunset", 1, "calm sea", 1),
        part(Evidence.CAPTIONS, false, 1, "red", 2, "car", 2),
        part(Evidence.PICTURE, true, 1, "rain", 1));
  }

  @Test
  void conditionsAndPatternsAreNoText() {
    ParsedQuery parsed = parse("tag:holiday width:>2000 doog~1 snow* /d.g/ caption:goose");
    assertEquals(List.of(), parsed.texts());
    assertNotNull(parsed.condition());
    assertTrue(parsed.hasOnlyCondition());
  }

  @Test
  void aPhotoToResemble() {
    ParsedQuery parsed = parse("like:\"2023/IMG_1.jpg\"");
    assertEquals(List.of(new LikedPhoto("2023/IMG_1.jpg", 1, 7)), parsed.likes());
    assertEquals(List.of(), parsed.texts());
    assertNull(parsed.condition());
    assertFalse(parsed.hasOnlyCondition());
    assertEquals(
        parsed.likes().getFirst().photo(), parse("like:2023/IMG_1.jpg").likes().getFirst().photo());
  }

  @Test
  void besideAPhotoSignsAddAndSubtract() {
    ParsedQuery parsed =
        parse("like:\"a\" - like:\"b\"^0.5 + \"at night\" -people^3 street tag:city");
    assertEquals(List.of(new LikedPhoto("a", 1, 7), new LikedPhoto("b", -.5f, 18)), parsed.likes());
    assertEquals(
        List.of(
            part(Evidence.BOTH, false, 1, "street", 1),
            part(Evidence.BOTH, false, 1, "at night", 1),
            part(Evidence.BOTH, false, -3, "people", 1)),
        parsed.texts());
    assertEquals("#kind:photo #tag:city", String.valueOf(parsed.condition()));
  }

  @Test
  void signsOfGroupsMultiply() {
    ParsedQuery parsed = parse("like:a -(like:b -like:c snow)^2");
    assertEquals(List.of(1f, -2f, 2f), parsed.likes().stream().map(LikedPhoto::weight).toList());
    assertEquals(List.of(part(Evidence.BOTH, false, -2, "snow", 1)), parsed.texts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a dog: running | column 3: there is no field 'dog'; fields are",
        "tga:holiday | column 1: there is no field 'tga'; did you mean tag? fields are caption, id",
        "red \"car | column 5: the quotation mark has no partner; add the other one",
        "dog (on a beach | column 5: the bracket has no partner; add the other one, or write \\(",
        "dog) beach | column 4: the bracket has no partner",
        "dog () | column 5: there is nothing between the brackets",
        "dog AND | column 5: AND has nothing to work on; write a word before and after it",
        "OR dog | column 1: OR has nothing to work on",
        "dog NOT | column 5: NOT has nothing to work on; write a word after it",
        "dog ^2 | column 5: the ^ has nothing to work on",
        "dog^x | column 4: the ^ has nothing to work on; write a weight, as in dog^2",
        "dog^101 | column 4: the weight is too large; write 0 to 100",
        "dog~1.5 | column 4: the number of edits is not whole; write ~1 or ~2",
        "and/or | column 4: the slash starts no regular expression; write \\/ for a slash",
        "/d[g/ | column 1: this is no regular expression",
        "/(a{100}){100}/ | column 1: the pattern is too complex",
        "[dog] | column 1: the bracket starts no range; write [FROM TO UPTO], or \\[",
        "dog \\ | column 5: the backslash escapes nothing",
        "width:wide | column 7: 'wide' is no value of width, which is an integer",
        "width:[1 TO many] | column 13: 'many' is no value of width",
        "taken_at:yesterday | column 10: 'yesterday' is no value of taken_at, which is a date",
        "width:20* | column 7: width is an integer, which no pattern matches",
        "like:IMG* | column 6: like: takes no pattern and no range; write a photo's id",
        "tag: | column 4: the field tag has no value; write it after the colon",
        "stop! | column 5: the ! excludes nothing"
      })
  void strictlyReadErrorsNameTheColumnAndTheRemedy(String query, String message) {
    QueryException e =
        assertThrows(
            QueryException.class, () -> QueryCollection.parser().parseStrictly(query), query);
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    ParsedQuery lenient = QueryCollection.parser().parse(query);
    assertFalse(lenient.notes().isEmpty(), () -> query + " is noted");
    assertEquals(
        query.replaceAll("\\s+", " "),
        lenient.mainText().orElseThrow().text(),
        () -> query + " is read as text: " + lenient);
  }

  @Test
  void blankAndEndlessQueriesAreRefused() {
    PhotoQueryParser parser = QueryCollection.parser();
    assertEquals(
        "the query is empty; describe what the photo shows",
        assertThrows(QueryException.class, () -> parser.parse(" \n")).getMessage());
    assertEquals(
        "the query has 10001 characters; at most 10000 are searched",
        assertThrows(QueryException.class, () -> parser.parse("x".repeat(10_001))).getMessage());
  }

  @Test
  void limitsAreErrorsIfStrictAndNotesIfNot() {
    PhotoQueryParser parser = QueryCollection.parser();
    String unwanted = many(9, "-w%d");
    assertEquals(8, parser.parse(unwanted).texts().size());
    assertEquals(1, parser.parse(unwanted).notes().size());
    assertThrows(QueryException.class, () -> parser.parseStrictly(unwanted));

    String likes = many(17, "like:p%d");
    assertEquals(16, parser.parse(likes).likes().size());
    assertThrows(QueryException.class, () -> parser.parseStrictly(likes));

    String patterns = many(17, "w%d*");
    assertEquals("w16*", parser.parse(patterns).mainText().orElseThrow().text());
    assertThrows(QueryException.class, () -> parser.parseStrictly(patterns));

    String conditions = many(513, "tag:t%d");
    assertNull(parser.parse(conditions).condition());
    assertNotNull(parser.parse(many(512, "tag:t%d")).condition());
    assertEquals(
        "the query has more than 512 conditions; write fewer",
        assertThrows(QueryException.class, () -> parser.parseStrictly(conditions)).getMessage());
    String endless = "caption:" + "red-".repeat(2000) + "car";
    assertNull(parser.parse(endless).condition());
    assertEquals(
        "the query has more than 512 conditions; write fewer",
        assertThrows(QueryException.class, () -> parser.parseStrictly(endless)).getMessage());

    String nested = "(".repeat(33) + "dog" + ")".repeat(33);
    assertEquals("(dog)", parser.parse(nested).mainText().orElseThrow().text());
    assertEquals(
        "column 33: brackets are nested too deeply; nest them at most 32 deep",
        assertThrows(QueryException.class, () -> parser.parseStrictly(nested)).getMessage());
  }

  private static String many(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(" "));
  }
}
