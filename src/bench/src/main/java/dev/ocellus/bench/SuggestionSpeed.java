package dev.ocellus.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.suggest.Completion;
import dev.ocellus.lucene.suggest.Correction;
import dev.ocellus.lucene.suggest.Suggestions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Completion and did-you-mean over so many captions: what they cost in time and memory, how often a
 * misspelt word is put right, and how often a caption that nobody misspelt is "corrected".
 */
public final class SuggestionSpeed {

  private static final long SEED = 42;
  private static final int QUERIES = 2_000;
  private static final int TOP = 10;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SuggestionSpeed() {}

  /** Takes a captions table, a table of other captions to ask with, and a number of captions. */
  public static void main(String[] args) throws IOException {
    Random random = new Random(SEED);
    List<List<String>> photos =
        CaptionPhotos.grown(
            CaptionPhotos.read(Path.of(args[0])), Integer.parseInt(args[2]), random);
    List<String> texts = new ArrayList<>();
    CaptionPhotos.read(Path.of(args[1])).forEach(texts::addAll);
    int captions = photos.stream().mapToInt(List::size).sum();
    try (PhotoSearcher searcher = CaptionIndex.of(photos)) {
      photos = List.of();
      long before = heap();
      Suggestions suggestions = new Suggestions();
      System.out.printf(Locale.ROOT, "%,d captions%n", captions);
      timed("first completion", () -> suggestions.complete(searcher, "two do", TOP, null));
      timed("first correction", () -> suggestions.correct(searcher, "childrxen", null));
      System.out.printf(Locale.ROOT, "memory kept: %.1f MB%n", (heap() - before) / 1e6);
      for (String typed : List.of("two do", "a man in a r", "dog on the be", "an old red bi")) {
        System.out.println(typed + " -> " + texts(suggestions.complete(searcher, typed, 5, null)));
      }
      complete(suggestions, searcher, texts, random);
      correct(suggestions, searcher, texts, random);
    }
  }

  private static List<String> texts(List<Completion> completions) {
    return completions.stream().map(c -> c.text() + " (" + c.photos() + ")").toList();
  }

  private static void complete(
      Suggestions suggestions, PhotoSearcher searcher, List<String> texts, Random random)
      throws IOException {
    for (boolean misspelt : new boolean[] {false, true}) {
      for (int round = 0; round < 3; round++) {
        double[] millis = new double[QUERIES];
        int answered = 0;
        for (int i = 0; i < QUERIES; i++) {
          String text = texts.get(random.nextInt(texts.size()));
          String typed = text.substring(0, 1 + random.nextInt(Math.min(40, text.length() - 1)));
          typed = misspelt ? misspelt(typed, random) : typed;
          long start = THREADS.getCurrentThreadCpuTime();
          answered += suggestions.complete(searcher, typed, TOP, null).isEmpty() ? 0 : 1;
          millis[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        print(misspelt ? "completion, misspelt" : "completion", millis, answered);
      }
    }
  }

  private static void correct(
      Suggestions suggestions, PhotoSearcher searcher, List<String> texts, Random random)
      throws IOException {
    for (int round = 0; round < 3; round++) {
      double[] millis = new double[QUERIES];
      int offered = 0;
      int right = 0;
      int falseAlarms = 0;
      for (int i = 0; i < QUERIES; i++) {
        String text = texts.get(random.nextInt(texts.size()));
        falseAlarms += suggestions.correct(searcher, text, null) == null ? 0 : 1;
        String[] words = text.split(" ");
        List<Integer> long5 = new ArrayList<>();
        for (int word = 0; word < words.length; word++) {
          if (words[word].matches("[a-z]{5,}")) {
            long5.add(word);
          }
        }
        if (!long5.isEmpty()) {
          int place = long5.get(random.nextInt(long5.size()));
          words[place] = misspelt(words[place], random);
        }
        String typed = String.join(" ", words);
        long start = THREADS.getCurrentThreadCpuTime();
        Correction correction = suggestions.correct(searcher, typed, null);
        millis[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        offered += correction == null ? 0 : 1;
        right += correction != null && correction.text().equals(text) ? 1 : 0;
      }
      print("correction", millis, offered);
      System.out.printf(
          "  of %d put right %d; of %d captions as written \"corrected\" %d%n",
          offered, right, QUERIES, falseAlarms);
    }
  }

  /** One letter left out, doubled, wrong, or swapped with the next. */
  private static String misspelt(String text, Random random) {
    if (text.length() < 3) {
      return text;
    }
    int place = 1 + random.nextInt(text.length() - 2);
    String before = text.substring(0, place);
    String after = text.substring(place + 1);
    char letter = text.charAt(place);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter + letter + after;
      case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
      default -> before + after.charAt(0) + letter + after.substring(1);
    };
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void timed(String name, Task task) throws IOException {
    long start = System.nanoTime();
    long cpu = PROCESS.getProcessCpuTime();
    task.run();
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f ms, %.0f of the processor%n",
        name,
        (System.nanoTime() - start) / 1e6,
        (PROCESS.getProcessCpuTime() - cpu) / 1e6);
  }

  private static void print(String name, double[] millis, int answered) {
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s: p50 %.2f ms, p99 %.2f ms, max %.2f ms; %d of %d answered%n",
        name,
        millis[millis.length / 2],
        millis[millis.length * 99 / 100],
        millis[millis.length - 1],
        answered,
        millis.length);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
