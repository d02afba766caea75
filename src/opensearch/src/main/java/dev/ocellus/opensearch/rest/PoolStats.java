package dev.ocellus.opensearch.rest;

import dev.ocellus.opensearch.encode.EncodeSettings;
import java.io.IOException;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.ToXContentFragment;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.threadpool.ThreadPoolStats;

/**
 * The encoders' pool at this moment; {@code _cat/thread_pool/ocellus_encode} has the same.
 *
 * @param threads it has
 * @param active threads at work
 * @param queue requests that wait
 * @param largest threads at once so far
 * @param completed requests
 */
record PoolStats(int threads, int active, int queue, int largest, long completed)
    implements Writeable, ToXContentFragment {

  static PoolStats of(ThreadPool threads) {
    for (ThreadPoolStats.Stats stats : threads.stats()) {
      if (stats.getName().equals(EncodeSettings.THREAD_POOL)) {
        return new PoolStats(
            stats.getThreads(),
            stats.getActive(),
            stats.getQueue(),
            stats.getLargest(),
            stats.getCompleted());
      }
    }
    throw new AssertionError("no pool " + EncodeSettings.THREAD_POOL);
  }

  PoolStats(StreamInput in) throws IOException {
    this(in.readVInt(), in.readVInt(), in.readVInt(), in.readVInt(), in.readVLong());
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeVInt(threads);
    out.writeVInt(active);
    out.writeVInt(queue);
    out.writeVInt(largest);
    out.writeVLong(completed);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    return builder
        .field("threads", threads)
        .field("active", active)
        .field("queue", queue)
        .field("largest", largest)
        .field("completed", completed);
  }
}
