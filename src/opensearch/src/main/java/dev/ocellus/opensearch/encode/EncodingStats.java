package dev.ocellus.opensearch.encode;

import java.io.IOException;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.ToXContentFragment;
import org.opensearch.core.xcontent.XContentBuilder;

/**
 * What a node's encoders have done since it started.
 *
 * @param texts that were encoded, of queries and of documents
 * @param photos that were encoded
 * @param batches in how many runs
 * @param refusedByQueue requests that found the pool's queue full
 * @param refusedByMemory requests and photos that the circuit breaker refused
 * @param requests from a request to its vectors, waiting included; what the cache answers is none
 * @param cache of queries' vectors
 */
public record EncodingStats(
    long texts,
    long photos,
    long batches,
    long refusedByQueue,
    long refusedByMemory,
    LatencySummary requests,
    CacheStats cache)
    implements Writeable, ToXContentFragment {

  /** Reads what {@link #writeTo} wrote. */
  public EncodingStats(StreamInput in) throws IOException {
    this(
        in.readVLong(),
        in.readVLong(),
        in.readVLong(),
        in.readVLong(),
        in.readVLong(),
        new LatencySummary(in),
        new CacheStats(in));
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeVLong(texts);
    out.writeVLong(photos);
    out.writeVLong(batches);
    out.writeVLong(refusedByQueue);
    out.writeVLong(refusedByMemory);
    requests.writeTo(out);
    cache.writeTo(out);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    builder.startObject("encoded");
    builder.field("texts", texts).field("photos", photos).field("batches", batches);
    builder.endObject();
    builder.startObject("requests");
    requests.toXContent(builder, params);
    builder.endObject();
    builder.startObject("rejected");
    builder.field("queue", refusedByQueue).field("memory", refusedByMemory);
    builder.endObject();
    builder.startObject("cache");
    cache.toXContent(builder, params);
    return builder.endObject();
  }
}
