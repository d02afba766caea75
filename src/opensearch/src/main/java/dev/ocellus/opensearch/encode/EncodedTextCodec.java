package dev.ocellus.opensearch.encode;

import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TokenVectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** Encoded texts between nodes, exactly: what is read equals what was written. */
public final class EncodedTextCodec {

  private EncodedTextCodec() {}

  public static void write(StreamOutput out, EncodedText text) throws IOException {
    out.writeFloatArray(text.imageVector());
    // Encoders without vectors among texts have one and the same for both.
    boolean own = !Arrays.equals(text.imageVector(), text.captionVector());
    out.writeBoolean(own);
    if (own) {
      out.writeFloatArray(text.captionVector());
    }
    writeTokens(out, text.tokens());
    out.writeVLong(text.asCaption().subjectBits());
    out.writeVIntArray(text.persons().stream().mapToInt(Integer::intValue).toArray());
    out.writeVIntArray(text.animals().stream().mapToInt(Integer::intValue).toArray());
  }

  public static EncodedText read(StreamInput in) throws IOException {
    float[] imageVector = in.readFloatArray();
    float[] captionVector = in.readBoolean() ? in.readFloatArray() : imageVector;
    return new EncodedText(
        imageVector,
        captionVector,
        readTokens(in),
        EncodedCaption.subjectsOf(in.readVLong()),
        boxed(in.readVIntArray()),
        boxed(in.readVIntArray()));
  }

  /** The packed form rounds the weights, so they follow as they are. */
  private static void writeTokens(StreamOutput out, @Nullable TokenVectors tokens)
      throws IOException {
    out.writeBoolean(tokens != null);
    if (tokens != null) {
      out.writeBytesRef(tokens.toBytes());
      float[] weights = new float[tokens.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = tokens.weight(i);
      }
      out.writeFloatArray(weights);
    }
  }

  private static @Nullable TokenVectors readTokens(StreamInput in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    BytesRef packed = in.readBytesRef();
    return TokenVectors.ofBytes(packed).withWeights(in.readFloatArray());
  }

  private static List<Integer> boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
