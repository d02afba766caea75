package dev.ocellus.opensearch.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TextEncoder;
import dev.ocellus.lucene.text.WordWeight;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensearch.common.io.stream.BytesStreamOutput;
import org.opensearch.core.common.io.stream.StreamInput;

class EncodedTextCodecTest {

  @Test
  void aTextOfTheBundledEncoderComesBackAsItWas() throws IOException {
    try (Encoder encoder = new ModelStore().open(ModelStore.DEFAULT_MODEL, 1)) {
      TextEncoder texts = new TextEncoder(encoder, CaptionAnalyzer.of("en"));
      String text = "two boys and their dog run";
      for (EncodedText encoded :
          List.of(
              texts.encode(text),
              texts.encode(text, List.of(new WordWeight(18, 21, 3.7f))),
              texts.encode(""))) {
        EncodedText read = roundTrip(encoded);
        assertEquals(encoded, read);
        assertEquals(encoded.tokens(), read.tokens(), "weights of tokens included");
      }
    }
  }

  @Test
  void aTextOfAnEncoderWithoutTokensComesBackAsItWas() throws IOException {
    EncodedText encoded = EncodedText.of(new float[] {0.6f, -0.8f});
    assertEquals(encoded, roundTrip(encoded));
  }

  @Test
  void whatToEncodeComesBackAsItWas() throws IOException {
    TextToEncode text =
        new TextToEncode("ein Hund läuft", "de", List.of(new WordWeight(4, 8, 2.5f)));
    try (BytesStreamOutput out = new BytesStreamOutput()) {
      text.writeTo(out);
      try (StreamInput in = out.bytes().streamInput()) {
        assertEquals(text, new TextToEncode(in));
        assertEquals(-1, in.read(), "nothing is left");
      }
    }
  }

  private static EncodedText roundTrip(EncodedText text) throws IOException {
    try (BytesStreamOutput out = new BytesStreamOutput()) {
      EncodedTextCodec.write(out, text);
      try (StreamInput in = out.bytes().streamInput()) {
        EncodedText read = EncodedTextCodec.read(in);
        assertEquals(-1, in.read(), "nothing is left");
        return read;
      }
    }
  }
}
