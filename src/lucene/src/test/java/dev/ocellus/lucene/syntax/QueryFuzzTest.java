package dev.ocellus.lucene.syntax;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.lucene.QueryException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million strings of the grammar's tokens, words and any characters: nothing but answers. */
class QueryFuzzTest {

  private static final int STRINGS = 1_000_000;

  /** Of processor time, far below a second. */
  private static final long LIMIT_NANOS = 500_000_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final String[] TOKENS = {
    "+",
    "-",
    "!",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "^",
    "\"",
    "~",
    "*",
    "?",
    ":",
    "\\",
    "/",
    "&&",
    "||",
    "AND",
    "OR",
    "NOT",
    "TO",
    " ",
    " ",
    " ",
    " ",
    "like:",
    "show:",
    "say:",
    "caption:",
    "tag:",
    "width:",
    "taken_at:",
    "aperture:",
    "title:",
    "*:*",
    ">",
    "<=",
    "2020-05",
    "17",
    "-3",
    "1.5",
    "^2",
    "~1",
    "~3",
    "\\u0041",
    "\\u",
    "dog",
    "dogs",
    "goose",
    "the",
    "Red",
    "children's",
    "\u3000",
    "\n",
    "\uFDD0",
    "d?g",
    "/d.g/",
    "[1 TO 2]",
    "{a TO *]",
    "\"red car\"",
    "(dog)"
  };

  @Test
  void everyStringIsReadInTime() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    PhotoQueryParser parser = QueryCollection.parser();
    int strict = 0;
    for (int i = 0; i < STRINGS; i++) {
      String query = query(random);
      try {
        if (!query.isBlank()) {
          strict += check(parser, query, i % 8 == 0) ? 1 : 0;
        }
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw new AssertionError("seed " + seed + ", string " + i + ": " + query, e);
      }
    }
    assertTrue(strict > STRINGS / 100, "only " + strict + " strings are right, seed " + seed);
  }

  /** Queries as long as they may be, of one thing again and again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "dog ",
        "\"",
        "(",
        ")",
        "()",
        "(a",
        "((a)",
        "[",
        "[a TO ",
        "[a TO b] ",
        "/",
        "/a",
        "/a/ ",
        "\\",
        "\\u",
        ":",
        "a:",
        "tag:",
        "tag:a ",
        "tga:x ",
        "like:",
        "like:a ",
        "like:a - ",
        "-a ",
        "+a ",
        "- ",
        "!",
        "^",
        "a^2",
        "a^2 ",
        "~",
        "a~",
        "a~1 ",
        "*",
        "a*",
        "*a",
        "a* ",
        "?",
        "a?",
        "AND ",
        "a AND ",
        "a OR ",
        "NOT ",
        "a && ",
        "\"a b\" ",
        "\"a b\"~9 ",
        "show:a ",
        "-(a -b) ",
        "(a OR tag:b) ",
        "width:>1 ",
        "width:x ",
        "taken_at:[2020 TO 2021] ",
        "/(a{9}){9}/ ",
        "/((((((((((((a))))))))))))/ ",
        "caption:/.*.*.*.*.*a.{9}/ ",
        "dog-",
        "é",
        "犬",
        "\uD83D\uDC15"
      })
  void endlessRepetitionsAreReadInTime(String piece) {
    String query = piece.repeat(QueryLimits.MAX_LENGTH / piece.length());
    PhotoQueryParser parser = QueryCollection.parser();
    parser.parse(query.substring(0, 1000));
    check(parser, query, true);
  }

  /** Whether it is right, where that is looked at. */
  private static boolean check(PhotoQueryParser parser, String query, boolean strictly) {
    long start = THREADS.getCurrentThreadCpuTime();
    ParsedQuery lenient = parser.parse(query);
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    assertTrue(nanos < LIMIT_NANOS, () -> nanos / 1_000_000 + " ms");
    boolean something =
        lenient.condition() != null
            || !lenient.texts().isEmpty()
            || !lenient.likes().isEmpty()
            || query.contains(":");
    assertTrue(something, () -> "nothing is left: " + lenient);
    if (strictly) {
      try {
        parser.parseStrictly(query);
        return true;
      } catch (QueryException e) {
        assertTrue(e.getMessage() != null && !e.getMessage().contains("\n"), e::getMessage);
      }
    }
    return false;
  }

  private static String query(Random random) {
    StringBuilder query = new StringBuilder();
    for (int tokens = 1 + random.nextInt(7); tokens > 0; tokens--) {
      if (random.nextInt(12) == 0) {
        query.append((char) random.nextInt(Character.MAX_VALUE + 1));
      } else {
        query.append(TOKENS[random.nextInt(TOKENS.length)]);
      }
      if (random.nextInt(3) == 0) {
        query.append(' ');
      }
    }
    return query.toString();
  }
}
