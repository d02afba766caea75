package dev.ocellus.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.Closeable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that ask one query after the other, without a pause.
 *
 * @param queries asked in turn, again from the first after the last
 * @param connect makes what one client asks by
 */
record Load(List<String> queries, int clients, Connector connect) {

  /** Makes a client; it may be {@link Closeable}. */
  interface Connector {
    Client connect() throws Exception;
  }

  /** Asks a query and waits for the answer; throws if that is none. */
  interface Client {
    void ask(String query) throws Exception;
  }

  /**
   * @param perSecond answers of all clients
   * @param p50 milliseconds
   * @param p99 milliseconds
   * @param cpu milliseconds of processor time an answer, of this whole process: what throughput
   *     comes down to where other programs use the processors, too
   */
  record Result(int answers, int errors, double perSecond, double p50, double p99, double cpu) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.1f queries/s, p50 %.1f ms, p99 %.1f ms, %.2f ms of processor time a query, %d errors of %d",
          perSecond,
          p50,
          p99,
          cpu,
          errors,
          answers);
    }
  }

  Result run(int seconds) throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger errors = new AtomicInteger();
    long cpu = cpuNanos();
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    List<Double> millis = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(clients)) {
      List<Future<List<Double>>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        running.add(executor.submit(() -> askUntil(end, next, errors)));
      }
      for (Future<List<Double>> each : running) {
        millis.addAll(each.get());
      }
    }
    double took = (System.nanoTime() - start) / 1e9;
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Result(
        sorted.length,
        errors.get(),
        sorted.length / took,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)],
        (cpuNanos() - cpu) / 1e6 / sorted.length);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private List<Double> askUntil(long end, AtomicInteger next, AtomicInteger errors)
      throws Exception {
    List<Double> millis = new ArrayList<>();
    Client client = connect.connect();
    while (System.nanoTime() < end) {
      String query = queries.get(next.getAndIncrement() % queries.size());
      long asked = System.nanoTime();
      try {
        client.ask(query);
      } catch (Exception e) {
        errors.incrementAndGet();
        System.err.println(query + ": " + e);
      }
      millis.add((System.nanoTime() - asked) / 1e6);
    }
    if (client instanceof Closeable open) {
      open.close();
    }
    return millis;
  }
}
