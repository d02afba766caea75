package dev.ocellus.opensearch.encode;

import org.opensearch.common.lease.Releasable;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.common.breaker.CircuitBreakingException;

/** Bytes that a piece of work has told the circuit breaker, until it is closed. For one thread. */
final class MemoryLease implements Releasable {

  private final CircuitBreaker breaker;
  private final EncodingCounts counts;
  private long bytes;

  MemoryLease(CircuitBreaker breaker, EncodingCounts counts) {
    this.breaker = breaker;
    this.counts = counts;
  }

  /**
   * Takes more.
   *
   * @throws CircuitBreakingException if too much is in use
   */
  void add(long more) {
    try {
      breaker.addEstimateBytesAndMaybeBreak(more, EncodeSettings.THREAD_POOL);
      bytes += more;
    } catch (CircuitBreakingException e) {
      counts.refusedByMemory.increment();
      throw e;
    }
  }

  @Override
  public void close() {
    breaker.addWithoutBreaking(-bytes);
    bytes = 0;
  }
}
