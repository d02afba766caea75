package dev.ocellus.indextools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void whatMovesTheCursorOrTurnsTheLineIsReplaced() {
    assertEquals("\uFFFD[31mred", Printable.text("\u001b[31mred"));
    assertEquals("\uFFFDc:pj.exe", Printable.text("\u202Ec:pj.exe"));
    assertEquals("two lines", Printable.text("two\nlines"));
    assertEquals("\uFFFD", Printable.text("\uD83D"));
  }

  @Test
  void otherScriptsAndEmojiStay() {
    for (String text : new String[] {"собака бежит", "כלב רץ", "犬が走る", "👩‍🚀", "نمی‌خواهم"}) {
      assertEquals(text, Printable.text(text));
    }
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    assertEquals("abc…", Printable.shorten("abcdefgh", 4));
    assertEquals("ab…", Printable.shorten("ab\uD83D\uDC36cdef", 4));
    assertEquals("abcd", Printable.shorten("abcd", 4));
  }

  @Test
  void aScoreIsDrawnToAnEighthOfACell() {
    assertEquals("          ", HitList.bar(0));
    assertEquals("█████     ", HitList.bar(0.5f));
    // 0.33 of 80 eighths is 26.4: three full cells and two eighths.
    assertEquals("███▎      ", HitList.bar(0.33f));
    assertEquals("██████████", HitList.bar(1));
  }
}
