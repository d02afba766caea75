package dev.ocellus.opensearch.encode;

import java.util.concurrent.atomic.LongAdder;

/** What a node's encoders have done since it started. Used by several threads. */
final class EncodingCounts {

  final LongAdder texts = new LongAdder();
  final LongAdder photos = new LongAdder();
  final LongAdder batches = new LongAdder();
  final LongAdder refusedByQueue = new LongAdder();
  final LongAdder refusedByMemory = new LongAdder();

  /** Of texts and pictures to search by, from the request to the vector. */
  final Latencies waits = new Latencies();
}
