package dev.ocellus.opensearch.query;

import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.opensearch.encode.EncodedTextCodec;
import dev.ocellus.opensearch.encode.TextToEncode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;

/**
 * What a query became with one encoder, on the node that coordinates the search. The arrays are not
 * copied.
 *
 * @param texts the query's texts
 * @param meanText mean of texts at large, if pictures and words are added; else null
 * @param picture the query's photo file, or null
 * @param photos vectors of the photos that it names, by id
 */
@SuppressWarnings("ArrayRecordComponent") // compared by what they hold
record ModelVectors(
    Map<TextToEncode, EncodedText> texts,
    float @Nullable [] meanText,
    float @Nullable [] picture,
    Map<String, float[]> photos)
    implements Writeable {

  ModelVectors {
    // Ordered, so that equal queries are written alike, by which caches know them.
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    photos = Collections.unmodifiableMap(new TreeMap<>(photos));
  }

  ModelVectors(StreamInput in) throws IOException {
    this(
        in.readMap(TextToEncode::new, EncodedTextCodec::read),
        readOptional(in),
        readOptional(in),
        in.readMap(StreamInput::readString, StreamInput::readFloatArray));
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeMap(texts, (stream, text) -> text.writeTo(stream), EncodedTextCodec::write);
    writeOptional(out, meanText);
    writeOptional(out, picture);
    out.writeMap(photos, StreamOutput::writeString, StreamOutput::writeFloatArray);
  }

  private static float @Nullable [] readOptional(StreamInput in) throws IOException {
    return in.readBoolean() ? in.readFloatArray() : null;
  }

  private static void writeOptional(StreamOutput out, float @Nullable [] vector)
      throws IOException {
    out.writeBoolean(vector != null);
    if (vector != null) {
      out.writeFloatArray(vector);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ModelVectors that
        && texts.equals(that.texts)
        && Arrays.equals(meanText, that.meanText)
        && Arrays.equals(picture, that.picture)
        && photos.keySet().equals(that.photos.keySet())
        && photos.entrySet().stream()
            .allMatch(photo -> Arrays.equals(photo.getValue(), that.photos.get(photo.getKey())));
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        texts, Arrays.hashCode(meanText), Arrays.hashCode(picture), photos.keySet());
  }
}
