package dev.ocellus.lucene.index;

import dev.ocellus.encode.Encoder;
import dev.ocellus.lucene.index.ExistingPhotos.Entry;
import dev.ocellus.lucene.index.PhotoOutcome.Kind;
import dev.ocellus.lucene.index.PhotoPreparer.Prepared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns batches of photo files into what is to be written of them; what the index has already is
 * not computed again. Used by several threads.
 */
final class PhotoEncoder {

  private final Encoder encoder;
  private final ExistingPhotos existing;
  private final PhotoCaptions captions;
  private final Set<String> vanished;
  private final PhotoPreparer preparer;

  /**
   * @param vanished ids in the index without a file
   */
  PhotoEncoder(
      Encoder encoder, ExistingPhotos existing, PhotoCaptions captions, Set<String> vanished) {
    this.encoder = encoder;
    this.existing = existing;
    this.captions = captions;
    this.vanished = vanished;
    this.preparer =
        new PhotoPreparer(encoder.preprocessor(), sha256 -> existing.withContent(sha256) != null);
  }

  /** What becomes of some files, in their order. */
  List<PhotoOutcome> encode(List<Map.Entry<String, Path>> files) throws IOException {
    List<PhotoOutcome> outcomes = new ArrayList<>();
    Map<Integer, float[]> pixels = new HashMap<>();
    Map<String, float[]> captionVectors = new HashMap<>();
    for (Map.Entry<String, Path> file : files) {
      Prepared prepared = preparer.prepare(file.getKey(), file.getValue());
      if (prepared.pixels() != null) {
        pixels.put(outcomes.size(), prepared.pixels());
      }
      outcomes.add(outcome(prepared, captionVectors));
    }
    encodePictures(outcomes, pixels);
    encodeCaptions(outcomes, captionVectors);
    return outcomes;
  }

  /**
   * What becomes of a file; its vectors are still to come.
   *
   * @param captionVectors gets those that the index has
   */
  private PhotoOutcome outcome(Prepared file, Map<String, float[]> captionVectors)
      throws IOException {
    String sha256 = file.sha256();
    if (sha256 == null || file.problem() != null) {
      return PhotoOutcome.unreadable(file.id() + ": " + file.problem());
    }
    Entry same = existing.withContent(sha256);
    Entry before = existing.withId(file.id());
    boolean moved = before == null && same != null && vanished.contains(same.id());
    if (moved) {
      before = same;
    }
    List<String> captionsBefore = before == null ? List.of() : before.captions();
    List<String> texts = captions.of(file.id(), captionsBefore);
    if (before != null) {
      if (!moved && before.sha256().equals(sha256) && captionsBefore.equals(texts)) {
        return PhotoOutcome.unchanged();
      }
      IndexedPhoto photo = existing.read(before);
      for (int i = 0; i < photo.captions().size(); i++) {
        captionVectors.put(photo.captions().get(i), photo.captionVectors().get(i));
      }
    }
    IndexedPhoto.Picture picture = same == null ? file.decoded() : existing.read(same).picture();
    if (picture == null) {
      throw new AssertionError("a readable photo is either known or decoded: " + file.id());
    }
    Kind kind = before == null ? Kind.ADDED : moved ? Kind.MOVED : Kind.CHANGED;
    return new PhotoOutcome(
        kind,
        new IndexedPhoto(file.id(), sha256, picture, texts, List.of()),
        before == null ? null : before.id(),
        null);
  }

  private void encodePictures(List<PhotoOutcome> outcomes, Map<Integer, float[]> pixels) {
    if (pixels.isEmpty()) {
      return;
    }
    List<Integer> places = List.copyOf(pixels.keySet());
    List<float[]> vectors = encoder.encodePhotos(places.stream().map(pixels::get).toList());
    for (int i = 0; i < places.size(); i++) {
      float[] vector = vectors.get(i);
      outcomes.set(
          places.get(i), outcomes.get(places.get(i)).map(photo -> photo.withVector(vector)));
    }
  }

  private void encodeCaptions(List<PhotoOutcome> outcomes, Map<String, float[]> known) {
    Set<String> unknown = new LinkedHashSet<>();
    outcomes.forEach(outcome -> unknown.addAll(outcome.captions()));
    unknown.removeAll(known.keySet());
    if (!unknown.isEmpty()) {
      List<String> texts = List.copyOf(unknown);
      List<float[]> vectors = encoder.encodeTexts(texts);
      for (int i = 0; i < texts.size(); i++) {
        known.put(texts.get(i), vectors.get(i));
      }
    }
    outcomes.replaceAll(
        outcome ->
            outcome.map(
                photo ->
                    photo.withCaptionVectors(photo.captions().stream().map(known::get).toList())));
  }
}
