package dev.ocellus.opensearch.encode;

import java.io.IOException;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.ToXContentFragment;
import org.opensearch.core.xcontent.XContentBuilder;

/**
 * How a node's cache of queries' vectors does, since it got its present size.
 *
 * @param hits texts that were in it
 * @param misses texts that were not
 * @param evictions texts that gave way to others
 * @param entries texts in it now
 * @param bytes that they take, roughly
 */
public record CacheStats(long hits, long misses, long evictions, long entries, long bytes)
    implements Writeable, ToXContentFragment {

  /** Reads what {@link #writeTo} wrote. */
  public CacheStats(StreamInput in) throws IOException {
    this(in.readVLong(), in.readVLong(), in.readVLong(), in.readVLong(), in.readVLong());
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeVLong(hits);
    out.writeVLong(misses);
    out.writeVLong(evictions);
    out.writeVLong(entries);
    out.writeVLong(bytes);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    return builder
        .field("hits", hits)
        .field("misses", misses)
        .field("evictions", evictions)
        .field("entries", entries)
        .field("size_in_bytes", bytes);
  }
}
