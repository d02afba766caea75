package dev.ocellus.opensearch.encode;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.ToXContentObject;
import org.opensearch.core.xcontent.XContentBuilder;

/**
 * An encoder that a node has.
 *
 * @param id what it is called in requests
 * @param dimension length of its vectors; 0 where it has a problem
 * @param bundled whether it came with the plugin; else it is installed in the node's model folder
 * @param loaded whether something was encoded with it since the node started
 * @param problem why it cannot be used, or null if it can as far as its configuration tells
 */
public record KnownModel(
    String id, int dimension, boolean bundled, boolean loaded, @Nullable String problem)
    implements Writeable, ToXContentObject {

  /** Reads what {@link #writeTo} wrote. */
  public KnownModel(StreamInput in) throws IOException {
    this(
        in.readString(),
        in.readVInt(),
        in.readBoolean(),
        in.readBoolean(),
        in.readOptionalString());
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeString(id);
    out.writeVInt(dimension);
    out.writeBoolean(bundled);
    out.writeBoolean(loaded);
    out.writeOptionalString(problem);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    builder.startObject().field("id", id).field("source", bundled ? "bundled" : "installed");
    if (problem == null) {
      builder.field("dimension", dimension).field("loaded", loaded);
    } else {
      builder.field("problem", problem);
    }
    return builder.endObject();
  }
}
