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
  private final AtomicLong partial = new AtomicLong();
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
      if (answer.status() != 200 || answer.at("/timed_out").asBoolean()) {
        errors.add(answer.status() + ": " + answer.body());
      } else if (answer.at("/_shards/failed").asInt() > 0) {
        partial.incrementAndGet();
        System.out.println("some shards only: " + answer.body());
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

  /** Answers that lacked a shard's part. */
  long partial() {
    return partial.get();
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
