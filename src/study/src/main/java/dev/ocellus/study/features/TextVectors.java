package dev.ocellus.study.features;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.OnnxTextEncoder;
import dev.ocellus.encode.TextEncoding;
import dev.ocellus.encode.TokenEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Texts to vectors.
 *
 * @param identity of the model, with all that its vectors depend on
 * @param network one vector a text, in the order given
 */
public record TextVectors(String identity, Function<List<String>, List<float[]>> network) {

  /** A dual encoder's vectors, in the space of its photos. */
  public static TextVectors of(Encoder encoder) {
    return new TextVectors(encoder.modelId(), encoder::encodeTexts);
  }

  /** A text encoder of a folder, whose texts share a space with nothing else. */
  public static TextVectors of(Path folder, OnnxTextEncoder encoder) {
    return new TextVectors(folder.toAbsolutePath() + " " + encoder.dimension(), encoder::encode);
  }

  /** Sentence embeddings: texts among texts. */
  public static TextVectors sentences(String identity, TokenEncoder tokens) {
    return new TextVectors(
        identity + " sentences",
        texts -> tokens.encode(texts).stream().map(TextEncoding::sentence).toList());
  }
}
