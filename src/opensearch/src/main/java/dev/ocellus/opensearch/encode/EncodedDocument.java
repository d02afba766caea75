package dev.ocellus.opensearch.encode;

import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.text.EncodedCaption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an index keeps of a photo.
 *
 * @param modelId the encoder's identity
 * @param photo null where the document has none
 * @param captions one a caption, in the order given
 */
public record EncodedDocument(
    String modelId, @Nullable EncodedPhoto photo, List<EncodedCaption> captions) {

  /**
   * A photo file.
   *
   * @param sha256 of the file, hexadecimal
   * @param picture what its pixels gave
   */
  public record EncodedPhoto(String sha256, IndexedPhoto.Picture picture) {}

  /**
   * A document, or why there is none; one of both is null.
   *
   * @param failure an {@link IllegalArgumentException} where the document is to blame
   */
  public record Outcome(@Nullable EncodedDocument document, @Nullable Exception failure) {}
}
