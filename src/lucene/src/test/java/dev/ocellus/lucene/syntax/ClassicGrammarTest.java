package dev.ocellus.lucene.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fielded queries let through the photos that Lucene's classic parser finds, AND being its default.
 */
class ClassicGrammarTest {

  /** Those of {@link #clause}. */
  private static final Pattern PATTERN = Pattern.compile("g\\*|o\\.\\*/|~1|\\[");

  private static QueryCollection collection;

  @BeforeAll
  static void open() throws IOException {
    collection = new QueryCollection();
  }

  @AfterAll
  static void close() throws IOException {
    collection.close();
  }

  /** The examples of the classic parser's documentation, on this collection's fields. */
  static List<String> documented() {
    return List.of(
        // Terms and fields
        "caption:dog",
        "caption:\"two dogs\"",
        "title:\"Our dogs\" AND caption:beach",
        "title:Brighton caption:beach",
        "caption:red-car",
        // Wildcards, prefixes, regular expressions
        "caption:d?g",
        "caption:goos*",
        "caption:g*se",
        "caption:/[gd]o.*/",
        "tag:h*y",
        // Fuzziness and proximity
        "caption:doog~",
        "caption:doog~1",
        "caption:bech~0.7",
        "caption:\"dogs beach\"~10",
        "caption:\"car street\"~2",
        // Ranges
        "caption:[car TO dog]",
        "caption:{car TO dog}",
        "caption:[car TO dog}",
        "tag:{city TO sea]",
        "tag:[* TO h]",
        "tag:[h TO *}",
        "tag:[\"New York\" TO city]",
        // Boosts
        "caption:dog^4 caption:beach",
        "caption:\"red car\"^4 OR caption:goose^0.2",
        "(caption:dog OR caption:goose)^3",
        // Booleans
        "caption:\"red car\" OR caption:goose",
        "caption:\"red car\" || caption:goose",
        "caption:red AND caption:blue",
        "caption:red && caption:blue",
        "+caption:dog caption:beach",
        "+caption:dog OR caption:goose",
        "caption:dog NOT caption:snow",
        "caption:dog !caption:snow",
        "caption:dog -caption:snow",
        "caption:dog AND NOT caption:snow",
        "caption:red OR caption:dog AND caption:snow",
        "caption:red AND caption:dog OR caption:snow",
        "caption:red OR caption:dog caption:snow",
        "tag:holiday OR -tag:sea",
        // Grouping and field grouping
        "(caption:red OR caption:dog) AND caption:snow",
        "title:(+dog +\"at Brighton\")",
        "caption:(dog goose)",
        "caption:(dog OR goose)",
        "caption:(dog -snow)",
        "caption:(tag:city OR goose)",
        "((caption:dog))",
        "*:*",
        "*:* -caption:dog",
        // Escaping
        "tag:New\\ York",
        "tag:\\(1\\+1\\)\\:2",
        "caption:\\dog",
        "caption:d\\u006Fg",
        "tag:hol\\*",
        "caption:dog\\?");
  }

  @ParameterizedTest
  @MethodSource("documented")
  void documentedExamplesMatchTheSamePhotos(String query) throws IOException, ParseException {
    assertSame(query);
  }

  /** Terms, operators and brackets in random order, two to eight clauses. */
  @Test
  void randomBooleansMatchTheSamePhotos() throws IOException, ParseException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < 1_000; i++) {
      String query = within(random);
      try {
        found += assertSame(query).isEmpty() ? 0 : 1;
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertFalse(found < 100, "only " + found + " queries find something, seed " + seed);
  }

  /** With no more patterns than a query may have; one in some thousand has. */
  private static String within(Random random) {
    String query;
    do {
      query = clauses(random, 3);
    } while (PATTERN.matcher(query).results().count() > QueryLimits.MAX_PATTERNS);
    return query;
  }

  private static String clauses(Random random, int depth) {
    StringBuilder query = new StringBuilder(clause(random, depth));
    for (int more = random.nextInt(4); more > 0; more--) {
      query.append(pick(random, " ", " ", " AND ", " OR ", " OR ")).append(clause(random, depth));
    }
    return query.toString();
  }

  private static String clause(Random random, int depth) {
    String sign = pick(random, "", "", "", "", "+", "-", "NOT ", "!");
    if (depth > 0 && random.nextInt(4) == 0) {
      // A group of exclusions alone means all others here, and nothing to Lucene.
      return sign + "(*:* " + clauses(random, depth - 1) + ")";
    }
    return sign
        + "caption:"
        + pick(
            random,
            "dog",
            "goose",
            "red",
            "beach",
            "\"red car\"",
            "g*",
            "/.*o.*/",
            "doog~1",
            "[car TO dog]")
        + pick(random, "", "", "^2");
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static SortedSet<String> assertSame(String query) throws IOException, ParseException {
    // As Lucene's users have it for fields that are not analyzed.
    Analyzer analyzer =
        new PerFieldAnalyzerWrapper(
            SmallCollection.ANALYZER.analyzer(), Map.of(PhotoSchema.TAG, new KeywordAnalyzer()));
    QueryParser classic = new QueryParser(PhotoSchema.CAPTION, analyzer);
    classic.setDefaultOperator(QueryParserBase.AND_OPERATOR);
    classic.setSplitOnWhitespace(true);
    Query expected = classic.parse(query);
    if (onlyExcludes(expected)) {
      expected = classic.parse("*:* AND (*:* " + query + ")");
    }
    Query photos =
        new BooleanQuery.Builder()
            .add(PhotoSchema.PHOTOS, Occur.FILTER)
            .add(expected, Occur.MUST)
            .build();
    SortedSet<String> ids = collection.photos(photos);
    ParsedQuery strict = QueryCollection.parser().parseStrictly(query);
    assertEquals(ids, collection.photos(strict.condition()), () -> query + ": " + strict);
    ParsedQuery lenient = QueryCollection.parser().parse(query);
    assertEquals(strict, lenient, query);
    assertEquals(List.of(), strict.texts(), query);
    return ids;
  }

  private static boolean onlyExcludes(Query query) {
    return query instanceof BooleanQuery clauses
        && clauses.clauses().stream().allMatch(clause -> clause.occur() == Occur.MUST_NOT);
  }

  @Test
  void theExamplesAreOfEveryKind() {
    String all = documented().stream().collect(Collectors.joining(" "));
    for (String token : "+ - ! ( ) { } [ ] ^ \" ~ * ? : \\ / && || AND OR NOT TO".split(" ")) {
      assertEquals(true, all.contains(token), token);
    }
  }
}
