package dev.ocellus.opensearch.encode;

import java.io.IOException;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.ToXContentFragment;
import org.opensearch.core.xcontent.XContentBuilder;

/**
 * Latencies in milliseconds.
 *
 * @param count how many there were
 * @param p50 the median, to a hundredth
 * @param p99 what a hundredth of them exceeded
 * @param max the longest
 */
public record LatencySummary(long count, double p50, double p99, double max)
    implements Writeable, ToXContentFragment {

  /** Reads what {@link #writeTo} wrote. */
  public LatencySummary(StreamInput in) throws IOException {
    this(in.readVLong(), in.readDouble(), in.readDouble(), in.readDouble());
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeVLong(count);
    out.writeDouble(p50);
    out.writeDouble(p99);
    out.writeDouble(max);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    return builder
        .field("count", count)
        .startObject("millis")
        .field("p50", p50)
        .field("p99", p99)
        .field("max", max)
        .endObject();
  }
}
