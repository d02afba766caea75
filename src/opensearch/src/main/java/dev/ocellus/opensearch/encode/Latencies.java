package dev.ocellus.opensearch.encode;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/** How long something took, since the node started. Used by several threads. */
public final class Latencies {

  /** Ten minutes; what took longer counts as this. */
  private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);

  /** Of the numbers that are kept: an error of a hundredth at most. */
  private static final int DIGITS = 2;

  private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST, DIGITS);

  /** Takes one in. */
  public void record(long nanos) {
    micros.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST));
  }

  /** How many there were, and how long they took. */
  public LatencySummary summary() {
    return new LatencySummary(
        micros.getTotalCount(), millis(50), millis(99), micros.getMaxValue() / 1000.0);
  }

  private double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
