package dev.ocellus.bench;

import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.syntax.PhotoQueryParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;

/**
 * The heaviest conditions that the query language's limits let through, each read and counted over
 * the whole index, in milliseconds of processor time: the first in a program just started, and each
 * again. None should take a second.
 */
public final class WorstConditions {

  /** As many as a query may have. */
  private static final String LETTERS = "etaoinshrdlucmfw";

  private static final int RANGES = 100;
  private static final int REPEATS = 3;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final double NANOS = 1e6;

  private WorstConditions() {}

  /**
   * @param args an index, such as the large one that {@link HybridQueryCost} made
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 1) {
      System.err.println("usage: WorstConditions INDEX");
      System.exit(2);
    }
    try (FSDirectory directory = FSDirectory.open(Path.of(args[0]));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      for (Map.Entry<String, String> condition : conditions().entrySet()) {
        measure(searcher, condition.getKey(), condition.getValue());
      }
    }
  }

  private static Map<String, String> conditions() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("leading wildcards in captions", letters(" ", c -> "caption:*%c*"));
    conditions.put("regular expressions", letters(" ", c -> "caption:/.*%c.*.*[a-z].*/"));
    conditions.put("fuzzy words", letters(" ", c -> "caption:dog%c~2"));
    conditions.put("leading wildcards in ids", letters(" ", c -> "id:*%c*"));
    conditions.put("any of these", "(" + letters(" OR ", c -> "id:*%c*") + ")");
    conditions.put("ranges", "(" + numbers(" OR ", WorstConditions::range) + ")");
    conditions.put("unwanted words", numbers(" ", i -> "-w" + i) + " +dog");
    conditions.put("a phrase with slop", "\"a dog runs beside the man\"~99");
    return conditions;
  }

  private static String letters(String between, IntFunction<String> pattern) {
    return LETTERS
        .chars()
        .mapToObj(c -> pattern.apply(c).formatted(c))
        .collect(Collectors.joining(between));
  }

  private static String numbers(String between, IntFunction<String> condition) {
    return IntStream.range(0, RANGES).mapToObj(condition).collect(Collectors.joining(between));
  }

  private static String range(int from) {
    return "width:[%d TO %d]".formatted(from, 1000 + from);
  }

  private static void measure(IndexSearcher searcher, String name, String text) throws IOException {
    PhotoQueryParser parser =
        new PhotoQueryParser(FieldCatalogue.BUILT_IN, CaptionAnalyzer.of("en").analyzer());
    double[] millis = new double[REPEATS];
    int found = 0;
    for (int i = 0; i < REPEATS; i++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      Query condition = parser.parse(text).condition();
      if (condition == null) {
        throw new IllegalStateException(name + " are beyond the limits");
      }
      found = searcher.count(condition);
      millis[i] = (CLOCK.getCurrentThreadCpuTime() - start) / NANOS;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f ms at first, then %.0f ms; %d photos%n",
        name,
        millis[0],
        millis[REPEATS - 1],
        found);
  }
}
