package dev.ocellus.lucene;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.FusionFile;
import dev.ocellus.fusion.FusionModels;

/** Where an index's searches have their fusion from. */
@FunctionalInterface
public interface FusionSource {

  /** The fusions that come with the product. */
  FusionSource BUNDLED = FusionModels::bundledFor;

  /**
   * The fusion for an encoder's vectors; its card says to which encoder it was fitted. Asked when a
   * search is scored, once for each encoder that the index has while it is open.
   *
   * @param encoder id of the encoder that made the index's vectors
   * @throws DataException if a fusion file cannot be used
   */
  FusionFile of(String encoder);
}
