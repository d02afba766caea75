package dev.ocellus.study.features;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ImageBackbone;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.Preprocessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Photos to vectors.
 *
 * @param name in tables: {@code encoder}
 * @param identity of the model, with all that its vectors depend on
 * @param preprocessor of decoded photos
 * @param network from preprocessed photos to one vector each
 */
public record ImageVectors(
    String name, String identity, Preprocessor preprocessor, UnaryOperator<List<float[]>> network) {

  /** Photos that are in memory at once. */
  public static final int BATCH = 16;

  /** A dual encoder's vectors, in the space of its texts. */
  public static ImageVectors of(String name, Encoder encoder) {
    return new ImageVectors(name, encoder.modelId(), encoder.preprocessor(), encoder::encodePhotos);
  }

  /** An image network's own features. */
  public static ImageVectors of(String name, String identity, ImageBackbone backbone) {
    return new ImageVectors(name, identity, backbone.preprocessor(), backbone::features);
  }

  /**
   * Encodes photos, up to {@link #BATCH}.
   *
   * @throws dev.ocellus.encode.PhotoException if one cannot be read
   */
  public List<float[]> encode(List<Path> files) throws IOException {
    PhotoDecoder decoder = new PhotoDecoder();
    List<float[]> pixels = new ArrayList<>();
    for (Path file : files) {
      pixels.add(preprocessor.apply(decoder.decode(Files.readAllBytes(file)).pixels()));
    }
    return network.apply(pixels);
  }
}
