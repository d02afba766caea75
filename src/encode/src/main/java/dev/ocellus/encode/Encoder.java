package dev.ocellus.encode;

import java.util.List;
import java.util.Optional;

/**
 * A dual encoder: maps texts and photos into one vector space, in which the dot product of a text
 * and a photo says how well they fit.
 *
 * <p>All vectors are unit vectors of {@link #dimension()} floats. Implementations are safe for use
 * by several threads.
 */
public interface Encoder extends AutoCloseable {

  /**
   * The model's identity, which an index records: {@code owner/name}, for an installed model with
   * {@code @} and the first digits of a hash of its files.
   */
  String modelId();

  /** Length of every vector. */
  int dimension();

  /** Turns decoded photos into what {@link #encodePhotos} takes. */
  Preprocessor preprocessor();

  /**
   * Encodes texts in one batch.
   *
   * @param texts any strings; an empty one is legal, one longer than the model's context is cut
   * @return one unit vector a text, in the order given
   */
  List<float[]> encodeTexts(List<String> texts);

  /**
   * Encodes preprocessed photos in one batch.
   *
   * @param pixels one array a photo, made by {@link #preprocessor()}
   * @return one unit vector a photo, in the order given
   */
  List<float[]> encodePhotos(List<float[]> pixels);

  /** Encodes one text. */
  default float[] encodeText(String text) {
    return encodeTexts(List.of(text)).getFirst();
  }

  /**
   * The vectors of single tokens and of sentences, where the model shows them; loads the text
   * graph.
   */
  default Optional<TokenEncoder> tokens() {
    return Optional.empty();
  }

  /**
   * The network behind the photos' vectors, where the model shows its features; loads the image
   * graph. Closing it does nothing, it lives as long as the encoder.
   */
  default Optional<ImageBackbone> imageBackbone() {
    return Optional.empty();
  }

  @Override
  void close();
}
