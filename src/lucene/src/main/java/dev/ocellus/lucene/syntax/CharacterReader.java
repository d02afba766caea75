package dev.ocellus.lucene.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides of every special character whether it is syntax: what Lucene's grammar could not read, or
 * what in a sentence is hardly meant as syntax, is text.
 */
final class CharacterReader {

  private static final Pattern BOOST = Pattern.compile("\\^(\\d{1,9}(\\.\\d{1,9})?)(?=[\\s)]|$)");
  private static final Pattern SLOP = Pattern.compile("~(\\d{1,9}(\\.\\d{1,9})?)?(?=[\\s)^]|$)");

  /** A word with one of these has no wildcards. */
  private static final String NOT_IN_WORDS = ":/\\=&|@#%<>";

  private final Reading reading;
  private final String text;
  private final FieldReader fields;
  private final Notes notes;

  /** Signs between spaces: text, but operators beside {@code like:}. */
  private final List<Integer> loneSigns = new ArrayList<>();

  private int wordStart;

  /** End of the last word with wildcards, and its last letter or digit. */
  private int wordEnd = -1;

  private int lastLetter = -1;
  private int afterBoost = -1;

  CharacterReader(Reading reading, FieldReader fields, Notes notes) {
    this.reading = reading;
    this.text = reading.substring(0, reading.length());
    this.fields = fields;
    this.notes = notes;
  }

  void read() {
    for (int index = 0; index < reading.length(); index++) {
      if (reading.isBlank(index) || reading.isSyntax(index, "()")) {
        wordStart = index + 1;
      } else if (!reading.inSpan(index)) {
        read(index);
      } else if (reading.at(index) == '"') {
        wordStart = index + 1;
      }
    }
    if (fields.hasLike()) {
      loneSigns.forEach(this::moveToWord);
    }
  }

  private void read(int index) {
    switch (reading.at(index)) {
      case ':' -> {
        if (fields.isColon(wordStart, index)) {
          reading.keep(index);
          wordStart = index + 1;
        }
      }
      case '^' -> readSuffix(index, BOOST, ":(+-!");
      case '~' -> readSuffix(index, SLOP, ":(+-!)");
      case '*', '?' -> readWildcard(index);
      case '+', '-', '!' -> readSign(index);
      default -> {}
    }
  }

  private void readSuffix(int index, Pattern pattern, String notAfter) {
    Matcher suffix = pattern.matcher(text).region(index, text.length());
    boolean attached =
        !reading.isBlank(index - 1)
            && !reading.isSyntax(index - 1, notAfter)
            && index != afterBoost
            && !(reading.inSpan(index - 1)
                && "]}".indexOf(text.charAt(index - 1)) >= 0
                && pattern == SLOP);
    if (!attached || !suffix.lookingAt()) {
      String remedy =
          pattern == BOOST
              ? "write a weight, as in dog^2"
              : "write a word or phrase before, a number after";
      notes.text(index, "the " + text.charAt(index) + " has nothing to work on", remedy);
      return;
    }
    String number = suffix.group(1);
    if (pattern == BOOST && Float.parseFloat(number) > QueryLimits.MAX_WEIGHT) {
      notes.text(
          index, "the weight is too large", "write 0 to %.0f".formatted(QueryLimits.MAX_WEIGHT));
      return;
    }
    if (pattern == SLOP
        && number != null
        && Float.parseFloat(number) >= 1
        && number.contains(".")) {
      notes.text(index, "the number of edits is not whole", "write ~1 or ~2");
      return;
    }
    reading.keep(index);
    if (pattern == BOOST) {
      afterBoost = suffix.end();
    }
  }

  private void readWildcard(int index) {
    boolean value = reading.isSyntax(wordStart - 1, ":");
    if (notes.strict() || value) {
      reading.keep(index);
    } else if (text.startsWith("*:*", index) && index == wordStart) {
      reading.keepSpan(index, index + 3);
    } else if (reading.is(index, '*') ? lastLetter(index) >= 0 : lastLetter(index) > index) {
      reading.keep(index);
    } else if (reading.is(index, '*')) {
      notes.add(index, "the * stands in no word; it is read as text");
    } else if (reading.isBlank(index + 1)) {
      notes.add(index, "the ? ends a word; it is read as text");
    }
  }

  /**
   * Where the word that this belongs to has its last letter or digit; -1 if it has none, or is no
   * word but an address or formula.
   */
  private int lastLetter(int index) {
    if (index >= wordEnd) {
      lastLetter = -1;
      boolean word = true;
      for (wordEnd = wordStart; !reading.isBlank(wordEnd); wordEnd++) {
        word &= NOT_IN_WORDS.indexOf(text.charAt(wordEnd)) < 0;
        if (Character.isLetterOrDigit(text.charAt(wordEnd))) {
          lastLetter = wordEnd;
        }
      }
      lastLetter = word ? lastLetter : -1;
    }
    return lastLetter;
  }

  private void readSign(int index) {
    boolean starts = reading.isBlank(index - 1) || reading.isSyntax(index - 1, "(");
    if (starts && startsClause(index + 1)) {
      reading.keep(index);
      wordStart = index + 1;
    } else if (starts && reading.isBlank(index + 1)) {
      if (!reading.is(index, '!')) {
        loneSigns.add(index);
      }
    } else if (reading.is(index, '!') && reading.isBlank(index + 1)) {
      notes.text(index, "the ! excludes nothing", "write it before a word, or write \\!");
    }
  }

  private boolean startsClause(int index) {
    return !reading.isBlank(index)
        && (!reading.isOpen(index) || reading.is(index, '*') || reading.is(index, '?'))
        && !reading.isSyntax(index, ")");
  }

  private void moveToWord(int index) {
    int word = reading.skipBlanks(index + 1);
    if (word < reading.length() && startsClause(word)) {
      reading.move(index, word - 1);
    }
  }
}
