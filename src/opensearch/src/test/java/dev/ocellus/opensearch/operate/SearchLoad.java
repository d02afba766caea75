package dev.ocellus.opensearch.operate;

import dev.ocellus.opensearch.cluster.RestAnswer;
import dev.ocellus.opensearch.cluster.RestClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Threads that search all the time, until they are closed. */
final class SearchLoad implements AutoCloseable {

  private final List<Thread> threads = new ArrayList<>();
  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong cut = new AtomicLong();
  private volatile boolean ended;

  /**
   * @param client asked before every search
   */
  SearchLoad(int threadCount, String index, Supplier<RestClient> client) {
    for (int thread = 0; thread < threadCount; thread++) {
      int first = thread;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = first; !ended; i += threadCount) {
                      search(
                          client.get(), index, Searches.QUERIES.get(i % Searches.QUERIES.size()));
                    }
                  }));
    }
  }

  private void search(RestClient client, String index, String query) {
    try {
      RestAnswer answer = Searches.search(client, index, query, "query_then_fetch");
      boolean complete =
          answer.status() == 200
              && !answer.at("/timed_out").asBoolean()
              && answer.at("/_shards/failed").asInt() == 0;
      if (!complete) {
        boolean cutOff = answer.status() == 200 || answer.body().contains("node_not_connected");
        if (cutOff) {
          cut.incrementAndGet();
        } else {
          errors.add(answer.status() + ": " + answer.body());
        }
      }
      answers.incrementAndGet();
    } catch (RuntimeException | AssertionError e) {
      errors.add(e.toString());
    }
  }

  /** Searches answered so far. */
  long answers() {
    return answers.get();
  }

  /**
   * Searches that were under way on a node as it went: OpenSearch asks another copy for a shard's
   * hits, but not for the documents of hits, so they lack a shard's or fail.
   */
  long cut() {
    return cut.get();
  }

  /** What was no answer; empty if all were. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
