package dev.ocellus.opensearch.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.lucene.text.EncodedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opensearch.common.util.concurrent.AbstractRunnable;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.concurrency.OpenSearchRejectedExecutionException;

class TextQueueTest {

  private static final int BATCH = 4;
  private static final int PLACES = 6;

  /** A pool whose only thread is the test's. */
  private final Deque<Runnable> pool = new ArrayDeque<>();

  private final List<Integer> batches = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final TextQueue queue =
      new TextQueue(this::take, () -> BATCH, jobs -> batches.add(jobs.size()));

  private void take(Runnable run) {
    if (pool.size() < PLACES) {
      pool.add(run);
    } else {
      ((AbstractRunnable) run).onRejection(new OpenSearchRejectedExecutionException("full"));
    }
  }

  @Test
  void aLoneJobWaitsForNobody() {
    submit(1);
    runAll();
    assertEquals(List.of(1), batches);
  }

  @Test
  void jobsThatWaitTogetherAreOneBatch() {
    submit(6);
    runAll();
    assertEquals(List.of(4, 2), batches);
  }

  @Test
  void onlyWhatThePoolRefusesIsRefused() {
    submit(8);
    runAll();
    assertEquals(List.of("job 6", "job 7"), refused);
    assertEquals(List.of(4, 2), batches);
  }

  private void submit(int jobs) {
    IntStream.range(0, jobs).forEach(number -> queue.submit(job("job " + number)));
  }

  private TextJob job(String name) {
    return new TextJob(
        "model",
        List.of(new TextToEncode(name, "en")),
        new ActionListener<List<EncodedText>>() {
          @Override
          public void onResponse(List<EncodedText> encoded) {}

          @Override
          public void onFailure(Exception e) {
            refused.add(name);
          }
        });
  }

  private void runAll() {
    while (!pool.isEmpty()) {
      pool.poll().run();
    }
  }
}
