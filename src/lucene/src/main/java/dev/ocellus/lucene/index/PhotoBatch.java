package dev.ocellus.lucene.index;

import dev.ocellus.encode.Encoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Photos that wait to be encoded and written together. */
final class PhotoBatch {

  private final Encoder encoder;
  private final PhotoIndexWriter writer;
  private final int size;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<String, float[]> captionVectors = new HashMap<>();

  PhotoBatch(Encoder encoder, PhotoIndexWriter writer, int size) {
    this.encoder = encoder;
    this.writer = writer;
    this.size = size;
  }

  /** A photo that still lacks the vector of its pixels, or has it if it has no pixels. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(
      String id,
      String sha256,
      IndexedPhoto.Picture picture,
      float @Nullable [] pixels,
      List<String> captions) {}

  /** The captions of a photo that is in the index need no encoding in this batch. */
  void knowCaptions(IndexedPhoto photo) {
    for (int i = 0; i < photo.captions().size(); i++) {
      captionVectors.put(photo.captions().get(i), photo.captionVectors().get(i));
    }
  }

  /**
   * Adds a photo, and writes the batch when it is full.
   *
   * @param pixels the encoder's input, or null if {@code picture} has its vector
   */
  void add(
      String id,
      String sha256,
      IndexedPhoto.Picture picture,
      float @Nullable [] pixels,
      List<String> captions)
      throws IOException {
    waiting.add(new Waiting(id, sha256, picture, pixels, captions));
    if (waiting.size() == size) {
      flush();
    }
  }

  /** Encodes and writes what waits. */
  void flush() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    List<IndexedPhoto.Picture> pictures = encodePictures();
    encodeCaptions();
    for (int i = 0; i < waiting.size(); i++) {
      Waiting photo = waiting.get(i);
      List<float[]> vectors = new ArrayList<>();
      for (String caption : photo.captions()) {
        vectors.add(captionVectors.get(caption));
      }
      writer.put(
          new IndexedPhoto(photo.id(), photo.sha256(), pictures.get(i), photo.captions(), vectors));
    }
    waiting.clear();
    captionVectors.clear();
    writer.commitNowAndThen();
  }

  private List<IndexedPhoto.Picture> encodePictures() {
    List<float[]> pixels = new ArrayList<>();
    for (Waiting photo : waiting) {
      if (photo.pixels() != null) {
        pixels.add(photo.pixels());
      }
    }
    List<float[]> vectors = pixels.isEmpty() ? List.of() : encoder.encodePhotos(pixels);
    List<IndexedPhoto.Picture> pictures = new ArrayList<>();
    int next = 0;
    for (Waiting photo : waiting) {
      pictures.add(
          photo.pixels() == null
              ? photo.picture()
              : photo.picture().withVector(vectors.get(next++)));
    }
    return pictures;
  }

  private void encodeCaptions() {
    Set<String> unknown = new LinkedHashSet<>();
    waiting.forEach(photo -> unknown.addAll(photo.captions()));
    unknown.removeAll(captionVectors.keySet());
    if (unknown.isEmpty()) {
      return;
    }
    List<String> texts = List.copyOf(unknown);
    List<float[]> vectors = encoder.encodeTexts(texts);
    for (int i = 0; i < texts.size(); i++) {
      captionVectors.put(texts.get(i), vectors.get(i));
    }
  }
}
