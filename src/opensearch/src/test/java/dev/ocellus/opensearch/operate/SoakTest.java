package dev.ocellus.opensearch.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import dev.ocellus.opensearch.cluster.SharedCluster;
import dev.ocellus.opensearch.cluster.TestCluster;
import dev.ocellus.opensearch.cluster.TestNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two threads index and four search, for as long as {@code -Docellus.soak.seconds} says. */
@ExtendWith(SharedCluster.class)
class SoakTest {

  private static final Duration LONG = Duration.ofSeconds(Long.getLong("ocellus.soak.seconds", 60));
  private static final int WRITERS = 2;
  private static final int SEARCHERS = 4;
  private static final int BATCH = 20;
  private static final long MEGABYTE = 1 << 20;

  /** What segments that grow and caches that fill may take between the two measurements. */
  private static final long MOST_MORE = 64 * MEGABYTE;

  /** What allocators keep, and code that is compiled, between the two. */
  private static final long MOST_MORE_NATIVE = 160 * MEGABYTE;

  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean ended;

  @Test
  void noErrorAndBoundedMemory(TestCluster cluster) throws Exception {
    String index = "ocellus-soak";
    DerivedDocuments.index(cluster, index);
    SortedMap<String, ObjectNode> documents = DerivedDocuments.of(cluster);
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Random random = new Random(writer);
      writers.add(Thread.ofPlatform().start(() -> write(cluster, index, documents, random)));
    }
    Map<String, Long> early;
    Map<String, Long> earlyNative;
    long searched;
    try (SearchLoad load = new SearchLoad(SEARCHERS, index, () -> any(cluster))) {
      // By then, caches are full and classes loaded.
      Thread.sleep(LONG.toMillis() / 3);
      early = heapAfterCollection(cluster);
      earlyNative = nativeMemory(cluster);
      Thread.sleep(LONG.toMillis() * 2 / 3);
      searched = load.answers();
      errors.addAll(load.errors());
      assertEquals(0, load.cut());
    } finally {
      ended = true;
      for (Thread writer : writers) {
        writer.join();
      }
    }
    Map<String, Long> late = heapAfterCollection(cluster);
    Map<String, Long> lateNative = nativeMemory(cluster);
    System.out.printf(
        "soak: %d searches in %d s; MB of heap after collection: %s, then %s; beside the heap: %s, then %s%n",
        searched,
        LONG.toSeconds(),
        megabytes(early),
        megabytes(late),
        megabytes(earlyNative),
        megabytes(lateNative));
    assertEquals(List.of(), errors);
    assertNoMore("heap", early, late, MOST_MORE);
    assertNoMore("beside the heap", earlyNative, lateNative, MOST_MORE_NATIVE);
  }

  private static void assertNoMore(
      String what, Map<String, Long> early, Map<String, Long> late, long most) {
    late.forEach(
        (node, bytes) ->
            assertTrue(
                bytes < early.get(node) + most,
                what + " of " + node + ": " + megabytes(early) + ", then " + megabytes(late)));
  }

  /**
   * Bytes of memory of each node's process beside its heap: threads, compiled code, and what ONNX
   * Runtime and the tokenizers allocate. Files that are mapped do not count. Empty where the system
   * does not tell; Linux does.
   */
  private static Map<String, Long> nativeMemory(TestCluster cluster) throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    Map<String, Long> heaps = heap(cluster, "heap_committed_in_bytes");
    for (TestNode node : cluster.nodes()) {
      Path status = Path.of("/proc", String.valueOf(node.process().pid()), "status");
      if (Files.exists(status)) {
        String line =
            Files.readAllLines(status).stream()
                .filter(text -> text.startsWith("RssAnon:"))
                .findAny()
                .orElseThrow();
        long resident = Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        bytes.put(node.name(), resident - heaps.get(node.name()));
      }
    }
    return bytes;
  }

  private static RestClient any(TestCluster cluster) {
    List<TestNode> nodes = cluster.nodes();
    return nodes.get((int) (Thread.currentThread().threadId() % nodes.size())).client();
  }

  private void write(
      TestCluster cluster, String index, SortedMap<String, ObjectNode> documents, Random random) {
    List<String> ids = new ArrayList<>(documents.keySet());
    while (!ended) {
      List<String> batch = random.ints(BATCH, 0, ids.size()).mapToObj(ids::get).toList();
      try {
        RestAnswer answer =
            any(cluster).post("/" + index + "/_bulk", DerivedDocuments.bulk(documents, batch));
        if (answer.status() != 200 || answer.at("/errors").asBoolean()) {
          errors.add(answer.status() + ": " + answer.body());
        }
      } catch (RuntimeException | AssertionError e) {
        errors.add(e.toString());
      }
    }
  }

  /** Bytes of each node's heap that are in use once what is not has been collected. */
  private static Map<String, Long> heapAfterCollection(TestCluster cluster) throws Exception {
    for (TestNode node : cluster.nodes()) {
      String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      Process collection =
          new ProcessBuilder(jcmd, String.valueOf(node.process().pid()), "GC.run")
              .redirectErrorStream(true)
              .start();
      String said = new String(collection.getInputStream().readAllBytes());
      assertEquals(0, collection.waitFor(), said);
    }
    return heap(cluster, "heap_used_in_bytes");
  }

  private static Map<String, Long> heap(TestCluster cluster, String figure) {
    Map<String, Long> bytes = new TreeMap<>();
    for (JsonNode node : cluster.client().get("/_nodes/stats/jvm").expect(200).at("/nodes")) {
      bytes.put(node.get("name").asText(), node.at("/jvm/mem/" + figure).asLong());
    }
    return bytes;
  }

  private static Map<String, Long> megabytes(Map<String, Long> bytes) {
    Map<String, Long> megabytes = new TreeMap<>();
    bytes.forEach((node, used) -> megabytes.put(node, used / MEGABYTE));
    return megabytes;
  }
}
