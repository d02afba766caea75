package dev.ocellus.lucene.index;

import dev.ocellus.encode.Encoder;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.fields.FieldCatalogue;
import org.jspecify.annotations.Nullable;

/** Which fields have their kind before a captions table is looked at. */
final class KnownFields {

  private KnownFields() {}

  /**
   * Those that the index has, those of its unfinished re-encoding, and those that the user told: in
   * this order, as what is written already cannot change.
   *
   * @param recorded what the index recorded, null for a new one
   * @param encoder of the run
   * @throws dev.ocellus.lucene.IndexException if the user told another kind than a field has, or a
   *     name that a field cannot have
   */
  static FieldCatalogue of(
      IndexOptions options, @Nullable IndexMetadata recorded, Encoder encoder) {
    FieldCatalogue known = FieldCatalogue.BUILT_IN;
    if (recorded != null) {
      known = recorded.fields();
      IndexMetadata unfinished = new ReencodingFolder(options.index()).metadata();
      boolean kept =
          unfinished != null && (options.model() == null || unfinished.hasEncoder(encoder));
      if (unfinished != null && kept) {
        known = known.withAll(unfinished.fields().own());
      }
    }
    return known.withAll(options.fields());
  }
}
