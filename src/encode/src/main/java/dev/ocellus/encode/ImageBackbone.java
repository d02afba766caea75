package dev.ocellus.encode;

import java.util.List;

/**
 * A network that makes features of photos, in a space of their own that no text shares: a
 * classifier without its last layer. Safe for use by several threads.
 */
public interface ImageBackbone extends AutoCloseable {

  /** Numbers that a photo becomes. */
  int dimension();

  /** Turns decoded photos into what {@link #features} takes. */
  Preprocessor preprocessor();

  /**
   * Computes the features of preprocessed photos.
   *
   * @param pixels one array a photo, made by {@link #preprocessor()}
   * @return one vector of {@link #dimension()} numbers a photo, as the network gave it: not of unit
   *     length
   */
  List<float[]> features(List<float[]> pixels);

  @Override
  void close();
}
