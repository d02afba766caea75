package dev.ocellus.lucene.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what people do to a word so that a filter misses it and a reader does not. Written for
 * languages in Latin letters.
 */
final class Disguises {

  /** Three or more single characters with the same kind of separator between: "c-h-i-l-d". */
  private static final Pattern SPLIT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}@!$](?:(?:\\s+|[\\p{P}\\p{S}&&[^@!$]]+)[\\p{L}\\p{N}@!$]){2,}(?![\\p{L}\\p{N}])");

  private static final Pattern SEPARATOR = Pattern.compile("\\s+|[\\p{P}\\p{S}&&[^@!$]]+");

  /** A separator inside a word: "ba-by". */
  private static final Pattern INNER = Pattern.compile("(?<=\\p{L})[\\p{P}\\p{S}](?=\\p{L})");

  /** A word with digits or symbols in it: "k!ds". Marks that end it are not part of it. */
  private static final Pattern MIXED = Pattern.compile("[\\p{L}\\p{N}@!$|+€]*[\\p{L}\\p{N}@$|+€]");

  /** A letter repeated to stretch a word; no English word has one three times in a row. */
  private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

  private static final Map<Character, Character> SYMBOLS =
      Map.ofEntries(
          Map.entry('0', 'o'),
          Map.entry('3', 'e'),
          Map.entry('4', 'a'),
          Map.entry('5', 's'),
          Map.entry('7', 't'),
          Map.entry('8', 'b'),
          Map.entry('9', 'g'),
          Map.entry('@', 'a'),
          Map.entry('$', 's'),
          Map.entry('+', 't'),
          Map.entry('€', 'e'));

  /** What stands for an i in one word and for an l in another. */
  private static final String BARS = "1!|";

  private Disguises() {}

  /** The readings of a text that differ from it, without repetition. */
  static List<Reading> undo(String text) {
    Reading written = Reading.of(text);
    Reading seen = LookAlikes.undo(written);
    Reading joined = join(seen, SPLIT);
    List<Reading> readings = new ArrayList<>();
    for (char bar : new char[] {'i', 'l'}) {
      Reading letters = letters(joined, bar);
      for (int longest = 1; longest <= 2; longest++) {
        Reading relaxed = relax(letters, longest);
        add(readings, text, relaxed);
        add(readings, text, join(relaxed, INNER));
      }
    }
    return readings;
  }

  private static void add(List<Reading> readings, String text, Reading reading) {
    boolean known =
        reading.text().equals(text)
            || readings.stream().anyMatch(other -> other.text().equals(reading.text()));
    if (!known) {
      readings.add(reading);
    }
  }

  /** Takes the separators out of every match. */
  private static Reading join(Reading reading, Pattern pattern) {
    return rewrite(reading, pattern, match -> SEPARATOR.matcher(match).replaceAll(""));
  }

  private static Reading letters(Reading reading, char bar) {
    return rewrite(
        reading,
        MIXED,
        word ->
            word.codePoints().anyMatch(Character::isLetter)
                ? word.chars()
                    .mapToObj(c -> Character.toString(letter((char) c, bar)))
                    .collect(java.util.stream.Collectors.joining())
                : word);
  }

  private static char letter(char c, char bar) {
    return BARS.indexOf(c) >= 0 ? bar : SYMBOLS.getOrDefault(c, c);
  }

  /** Leaves a stretched letter once or twice: "boooy" is boy, "grasss" is grass. */
  private static Reading relax(Reading reading, int longest) {
    return rewrite(reading, STRETCHED, letters -> letters.substring(0, longest));
  }

  private interface Rewriting {
    String of(String match);
  }

  private static Reading rewrite(Reading reading, Pattern pattern, Rewriting rewriting) {
    String text = reading.text();
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return reading;
    }
    Reading.Builder builder = new Reading.Builder(reading);
    int end = 0;
    do {
      keep(builder, text, end, matcher.start());
      String match = matcher.group();
      String read = rewriting.of(match);
      if (read.length() == match.length()) {
        for (int i = 0; i < read.length(); i++) {
          builder.append(read.substring(i, i + 1), matcher.start() + i, matcher.start() + i + 1);
        }
      } else {
        builder.append(read, matcher.start(), matcher.end());
      }
      end = matcher.end();
    } while (matcher.find());
    keep(builder, text, end, text.length());
    return builder.build();
  }

  private static void keep(Reading.Builder builder, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      builder.append(text.substring(i, i + 1), i, i + 1);
    }
  }
}
