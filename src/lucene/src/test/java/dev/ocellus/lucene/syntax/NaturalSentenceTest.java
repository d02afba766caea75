package dev.ocellus.lucene.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences are text, every character of them, though Lucene's grammar would stumble. */
class NaturalSentenceTest {

  private static ParsedQuery assertText(String sentence) {
    ParsedQuery parsed = QueryCollection.parser().parse(sentence);
    assertNull(parsed.condition(), () -> sentence + ": " + parsed);
    assertEquals(List.of(), parsed.likes(), sentence);
    assertEquals(1, parsed.texts().size(), () -> sentence + ": " + parsed);
    assertEquals(sentence.strip().replaceAll("\\s+", " "), parsed.mainText().orElseThrow().text());
    return parsed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two dogs play on a beach",
        "a dog's ball and the dogs' owner",
        "don't stop believin'",
        "rock 'n' roll at O'Connor's",
        "a well-known semi-final, 1-1",
        "a dog - running - on grass",
        "- a list of dogs",
        "dogs and cats or birds, not fish",
        "20 + 3 dogs & a cat",
        "cats&dogs, R&B | jazz",
        "a <b> tag = #hashtag @home 100% $5; it's 3.5 < 4",
        "C++ and f# notes_with_underscores",
        "  spaces\tand\nlines  ",
        "«Дети» играют в мяч — весело…",
        "“smart quotes” and ‘single ones’",
        "犬が走っている",
        "a 🐕 in the 🌊"
      })
  void sentencesWithoutSyntaxAreNotEvenNoted(String sentence) {
    assertEquals(List.of(), assertText(sentence).notes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a dog: running | column 3: there is no field 'dog'; it is read as text",
        "time 10:30 | column 6: there is no field '10'; it is read as text",
        "http://example.org/a?b | column 1: there is no field 'http'; it is read as text",
        ":) a happy dog :-( | column 1: there is no field before the colon; it is read as text",
        "he said \"hello | column 9: the quotation mark has no partner; it is read as text",
        "a 5\" nail | column 4: the quotation mark has no partner; it is read as text",
        "a 12\" ruler and a 5\" nail | column 5: the quotation mark stands within a word; it is read as text",
        "a man and/or a woman | column 10: the slash starts no regular expression; it is read as text",
        "km/h, 1/2, and 24/7 | column 3: the slash starts no regular expression; it is read as text",
        "a dog (running | column 7: the bracket has no partner; it is read as text",
        "a) dogs b) cats | column 2: the bracket has no partner; it is read as text",
        "the dog(s) | column 8: the brackets stand within a word; they are read as text",
        "[laughing] a man | column 1: the bracket starts no range; it is read as text",
        "{curly} | column 1: the bracket starts no range; it is read as text",
        "is this a dog? | column 14: the ? ends a word; it is read as text",
        "dogs? cats?! | column 5: the ? ends a word; it is read as text",
        "look out! | column 9: the ! excludes nothing; it is read as text",
        "5 * 3 | column 3: the * stands in no word; it is read as text",
        "*** | column 1: the * stands in no word; it is read as text",
        "about ~ 5 dogs | column 7: the ~ has nothing to work on; it is read as text",
        "x^y | column 2: the ^ has nothing to work on; it is read as text",
        "C:\\users\\me | column 1: there is no field 'C'; it is read as text",
        "AND | column 1: AND has nothing to work on; it is read as text",
        "dogs AND | column 6: AND has nothing to work on; it is read as text",
        "OR NOT | column 1: OR has nothing to work on; it is read as text",
        "\"\" dogs | column 1: there is nothing between the quotation marks; it is read as text",
        "() dogs | column 1: there is nothing between the brackets; it is read as text",
        "width: unknown | column 8: 'unknown' is no value of width, which is an integer; it is read as text",
        "like | ",
        "show | ",
        "\\ | column 1: the backslash escapes nothing; it is read as text"
      })
  void whatLooksLikeSyntaxIsNoted(String sentence, String note) {
    List<Note> notes =
        sentence.startsWith("C:") || sentence.startsWith("width")
            ? QueryCollection.parser().parse(sentence).notes()
            : assertText(sentence).notes();
    if (note == null) {
      assertEquals(List.of(), notes);
    } else {
      assertEquals(note, notes.getFirst().toString());
    }
  }

  @Test
  void aMistypedFieldIsReadAsTextAndTheKnownOnesAreNamed() {
    String note = assertText("tga:holiday").notes().getFirst().message();
    assertTrue(
        note.startsWith("there is no field 'tga'; did you mean tag? fields are caption, id, tag"),
        note);
  }

  @Test
  void syntaxAmongSentencesStillWorks() {
    ParsedQuery parsed =
        QueryCollection.parser()
            .parse("what's a \"red car\" (or bus) doing at 10:30? tag:city -cow");
    assertEquals("what's a red car or bus doing at 10:30?", parsed.mainText().orElseThrow().text());
    assertEquals("cow", parsed.texts().getLast().text());
    assertTrue(parsed.texts().getLast().unwanted());
    assertEquals(
        "#kind:photo #(+caption:\"red car\" +tag:city -caption:cow)",
        String.valueOf(parsed.condition()));
  }
}
