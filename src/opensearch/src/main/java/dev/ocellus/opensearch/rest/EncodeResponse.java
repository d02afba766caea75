package dev.ocellus.opensearch.rest;

import java.io.IOException;
import java.util.List;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.ToXContentObject;
import org.opensearch.core.xcontent.XContentBuilder;

/** Unit vectors, one a text or photo, in the order given. */
final class EncodeResponse extends ActionResponse implements ToXContentObject {

  private final String model;
  private final List<float[]> vectors;

  EncodeResponse(String model, List<float[]> vectors) {
    this.model = model;
    this.vectors = vectors;
  }

  EncodeResponse(StreamInput in) throws IOException {
    super(in);
    this.model = in.readString();
    this.vectors = in.readList(StreamInput::readFloatArray);
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeString(model);
    out.writeCollection(vectors, StreamOutput::writeFloatArray);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
    builder.startObject().field("model", model).field("dimension", vectors.getFirst().length);
    builder.startArray("vectors");
    for (float[] vector : vectors) {
      builder.value(vector);
    }
    return builder.endArray().endObject();
  }
}
