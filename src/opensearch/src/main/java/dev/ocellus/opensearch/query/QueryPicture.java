package dev.ocellus.opensearch.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.ToXContentFragment;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;

/** A picture to search by: {@code "image": "base64"} or {@code "image": {"id": "a.jpg"}}. */
public sealed interface QueryPicture extends Writeable, ToXContentFragment {

  /**
   * A photo of the searched indices; it is not among the hits.
   *
   * @param id its {@code _id}
   */
  record Indexed(String id) implements QueryPicture {

    @Override
    public void writeTo(StreamOutput out) throws IOException {
      out.writeBoolean(true);
      out.writeString(id);
    }

    @Override
    public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
      return builder.startObject().field("id", id).endObject();
    }
  }

  /**
   * A photo file. The array is not copied.
   *
   * @param bytes the whole file
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by what it holds
  record File(byte[] bytes) implements QueryPicture {

    @Override
    public void writeTo(StreamOutput out) throws IOException {
      out.writeBoolean(false);
      out.writeByteArray(bytes);
    }

    @Override
    public XContentBuilder toXContent(XContentBuilder builder, Params params) throws IOException {
      return builder.value(Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof File that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /** Reads what {@link #writeTo} wrote. */
  static QueryPicture read(StreamInput in) throws IOException {
    return in.readBoolean() ? new Indexed(in.readString()) : new File(in.readByteArray());
  }

  /**
   * Reads the value of {@code image}.
   *
   * @throws IllegalArgumentException if it is neither base64 nor an object with an id
   */
  static QueryPicture parse(XContentParser parser) throws IOException {
    if (parser.currentToken() == XContentParser.Token.VALUE_STRING) {
      try {
        return new File(Base64.getDecoder().decode(parser.text()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "[image] is no base64 ("
                + e.getMessage()
                + "); write a photo's bytes so, or {\"id\": ...}");
      }
    }
    String id = null;
    while (parser.nextToken() != XContentParser.Token.END_OBJECT) {
      String name = parser.currentName();
      if (parser.currentToken() == XContentParser.Token.FIELD_NAME) {
        continue;
      }
      if (!"id".equals(name) || parser.currentToken() != XContentParser.Token.VALUE_STRING) {
        throw new IllegalArgumentException(
            "[image] takes {\"id\": \"...\"} alone, got [" + name + "]");
      }
      id = parser.text();
    }
    if (id == null) {
      throw new IllegalArgumentException(
          "[image] needs {\"id\": \"...\"} or a photo's bytes as base64");
    }
    return new Indexed(id);
  }
}
