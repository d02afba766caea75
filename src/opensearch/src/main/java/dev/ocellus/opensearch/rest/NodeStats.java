package dev.ocellus.opensearch.rest;

import dev.ocellus.opensearch.encode.EncodingStats;
import dev.ocellus.opensearch.encode.LatencySummary;
import java.io.IOException;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.ToXContentObject;
import org.opensearch.core.xcontent.XContentBuilder;

/**
 * What a node has done since it started.
 *
 * @param searches with an {@code ocellus} query that it coordinated to their end, encoding included
 * @param failed such searches that ended in an error
 * @param encoding what its encoders did
 * @param pool threads and queue of the encoders
 */
record NodeStats(LatencySummary searches, long failed, EncodingStats encoding, PoolStats pool)
    implements Writeable, ToXContentObject {

  NodeStats(StreamInput in) throws IOException {
    this(new LatencySummary(in), in.readVLong(), new EncodingStats(in), new PoolStats(in));
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    searches.writeTo(out);
    out.writeVLong(failed);
    encoding.writeTo(out);
    pool.writeTo(out);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    builder.startObject("queries");
    searches.toXContent(builder, params);
    builder.field("failed", failed).endObject();
    builder.startObject("encoding");
    encoding.toXContent(builder, params);
    builder.startObject("pool");
    pool.toXContent(builder, params);
    return builder.endObject().endObject();
  }
}
