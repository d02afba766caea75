package dev.ocellus.opensearch.encode;

import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.text.WordWeight;
import java.io.IOException;
import java.util.List;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;

/**
 * A text whose vectors are wanted; equal ones have equal vectors, so it is a key of maps.
 *
 * @param text any string; what is longer than the encoder's context is cut by it
 * @param language as {@link CaptionAnalyzer#of} takes it: the text's subjects are read in it
 * @param weights of words of the text that count more or less than once; none overlap
 */
public record TextToEncode(String text, String language, List<WordWeight> weights)
    implements Writeable {

  public TextToEncode {
    weights = List.copyOf(weights);
  }

  /** A text all of whose words count alike. */
  public TextToEncode(String text, String language) {
    this(text, language, List.of());
  }

  /** Reads what {@link #writeTo} wrote. */
  public TextToEncode(StreamInput in) throws IOException {
    this(in.readString(), in.readString(), in.readList(TextToEncode::readWeight));
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeString(text);
    out.writeString(language);
    out.writeCollection(weights, TextToEncode::writeWeight);
  }

  private static WordWeight readWeight(StreamInput in) throws IOException {
    return new WordWeight(in.readVInt(), in.readVInt(), in.readFloat());
  }

  private static void writeWeight(StreamOutput out, WordWeight weight) throws IOException {
    out.writeVInt(weight.start());
    out.writeVInt(weight.end());
    out.writeFloat(weight.weight());
  }
}
