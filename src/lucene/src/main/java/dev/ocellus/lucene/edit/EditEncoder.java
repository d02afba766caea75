package dev.ocellus.lucene.edit;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PictureEncoder;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TextEncoder;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The index's encoder, opened when something has to be encoded. */
final class EditEncoder implements AutoCloseable {

  private final IndexMetadata metadata;
  private final CaptionAnalyzer analyzer;
  private final boolean owned;
  private @Nullable Encoder encoder;

  /**
   * @param given the caller's, who closes it; null to open the one that the index names
   * @throws IndexException if the caller's did not make the index's vectors
   */
  EditEncoder(IndexMetadata metadata, CaptionAnalyzer analyzer, @Nullable Encoder given) {
    this.metadata = metadata;
    this.analyzer = analyzer;
    this.owned = given == null;
    this.encoder = given;
    if (given != null) {
      check(given);
    }
  }

  /** Gives a photo captions; those that it had already are not encoded again. */
  IndexedPhoto withCaptions(IndexedPhoto photo, List<String> captions) {
    Map<String, EncodedCaption> encoded = new HashMap<>();
    for (int i = 0; i < photo.captions().size(); i++) {
      encoded.put(photo.captions().get(i), photo.encodedCaptions().get(i));
    }
    Set<String> unknown = new LinkedHashSet<>(captions);
    unknown.removeAll(encoded.keySet());
    if (!unknown.isEmpty()) {
      List<String> texts = List.copyOf(unknown);
      List<EncodedText> vectors = new TextEncoder(encoder(), analyzer).encode(texts);
      for (int i = 0; i < texts.size(); i++) {
        encoded.put(texts.get(i), vectors.get(i).asCaption());
      }
    }
    return new IndexedPhoto(
        photo.id(),
        photo.sha256(),
        photo.picture(),
        captions,
        captions.stream().map(encoded::get).toList(),
        photo.fields());
  }

  /**
   * @throws dev.ocellus.encode.PhotoException if the bytes are no photo that can be read
   */
  IndexedPhoto.Picture picture(byte[] file) {
    return new PictureEncoder(encoder()).encode(file);
  }

  private Encoder encoder() {
    Encoder open = encoder;
    if (open == null) {
      open =
          new ModelStore().open(metadata.modelSource(), Runtime.getRuntime().availableProcessors());
      encoder = open;
      check(open);
    }
    return open;
  }

  private void check(Encoder candidate) {
    if (!metadata.hasEncoder(candidate)) {
      throw new IndexException(
          "the index was built with encoder %s (%d dimensions), but %s is now %s (%d); put the former back, or re-encode all photos: ocellus index --model"
              .formatted(
                  metadata.modelId(),
                  metadata.dimension(),
                  metadata.modelSource(),
                  candidate.modelId(),
                  candidate.dimension()));
    }
  }

  @Override
  public void close() {
    if (owned && encoder != null) {
      encoder.close();
    }
  }
}
