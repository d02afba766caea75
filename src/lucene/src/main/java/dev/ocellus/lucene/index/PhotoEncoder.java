package dev.ocellus.lucene.index;

import dev.ocellus.encode.Encoder;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.fields.FieldValues;
import dev.ocellus.lucene.index.ExistingPhotos.Entry;
import dev.ocellus.lucene.index.PhotoOutcome.Kind;
import dev.ocellus.lucene.index.PhotoPreparer.Prepared;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.ReferenceTexts;
import dev.ocellus.lucene.text.TextEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns batches of photo files into what is to be written of them; what the encoder has done
 * already is not computed again. Used by several threads.
 */
final class PhotoEncoder {

  private final Encoder encoder;
  private final TextEncoder textEncoder;
  private final ExistingPhotos indexed;
  private final ExistingPhotos encoded;
  private final PhotoCaptions captions;
  private final Set<String> vanished;
  private final PhotoMarker marker;
  private final PhotoPreparer preparer;

  /**
   * @param indexed what the index holds: photos are compared with it and take its captions and
   *     fields
   * @param encoded what holds this encoder's vectors: the same, unless the encoder changes
   * @param vanished ids in the index without a file
   * @param marker what marks the photos that are written
   * @param stamps what the files held when they were last read
   */
  PhotoEncoder(
      Encoder encoder,
      CaptionAnalyzer analyzer,
      ExistingPhotos indexed,
      ExistingPhotos encoded,
      PhotoCaptions captions,
      Set<String> vanished,
      PhotoMarker marker,
      FileStamps stamps) {
    this.encoder = encoder;
    this.textEncoder = new TextEncoder(encoder, analyzer);
    this.indexed = indexed;
    this.encoded = encoded;
    this.captions = captions;
    this.vanished = vanished;
    this.marker = marker;
    this.preparer =
        new PhotoPreparer(
            encoder.preprocessor(), sha256 -> encoded.withContent(sha256) != null, stamps);
  }

  /** What becomes of some files, in their order. */
  List<PhotoOutcome> encode(List<Map.Entry<String, Path>> files) throws IOException {
    List<PhotoOutcome> outcomes = new ArrayList<>();
    Map<Integer, float[]> pixels = new HashMap<>();
    Map<String, EncodedCaption> encodedCaptions = new HashMap<>();
    for (Map.Entry<String, Path> file : files) {
      Prepared prepared = preparer.prepare(file.getKey(), file.getValue());
      if (prepared.pixels() != null) {
        pixels.put(outcomes.size(), prepared.pixels());
      }
      outcomes.add(outcome(prepared, encodedCaptions));
    }
    encodePictures(outcomes, pixels);
    encodeCaptions(outcomes, encodedCaptions);
    return outcomes;
  }

  /**
   * What becomes of a file; its vectors are still to come.
   *
   * @param encodedCaptions gets those that the index has
   */
  private PhotoOutcome outcome(Prepared file, Map<String, EncodedCaption> encodedCaptions)
      throws IOException {
    String sha256 = file.sha256();
    if (sha256 == null || file.problem() != null) {
      return unreadable(file, encodedCaptions);
    }
    Entry before = before(file.id(), sha256);
    Entry done = encoded.withId(file.id());
    Entry known = before != null ? before : done;
    List<String> texts = captions.of(file.id(), known == null ? List.of() : known.captions());
    FieldValues fields =
        captions.fieldsOf(file.id(), known == null ? FieldValues.NONE : known.fields());
    Kind kind =
        before == null
            ? Kind.ADDED
            : !before.id().equals(file.id())
                ? Kind.MOVED
                : is(before, sha256, texts, fields) ? Kind.UNCHANGED : Kind.CHANGED;
    String idBefore = before == null ? null : before.id();
    if (done != null && is(done, sha256, texts, fields) && isMarked(done)) {
      return new PhotoOutcome(kind, null, idBefore, null);
    }
    Entry same = encoded.withContent(sha256);
    keepEncodedCaptions(done != null ? done : same, encodedCaptions);
    IndexedPhoto.Picture picture = same == null ? file.decoded() : encoded.read(same).picture();
    if (picture == null) {
      throw new AssertionError("a readable photo is either known or decoded: " + file.id());
    }
    IndexedPhoto photo = new IndexedPhoto(file.id(), sha256, picture, texts, List.of(), fields);
    return new PhotoOutcome(kind, photo, idBefore, null);
  }

  /** It stays as it was, but with the mark that its captions have by now. */
  private PhotoOutcome unreadable(Prepared file, Map<String, EncodedCaption> encodedCaptions)
      throws IOException {
    PhotoOutcome outcome = PhotoOutcome.unreadable(file.id() + ": " + file.problem());
    Entry done = encoded.withId(file.id());
    if (done == null || isMarked(done)) {
      return outcome;
    }
    keepEncodedCaptions(done, encodedCaptions);
    return new PhotoOutcome(outcome.kind(), encoded.read(done), null, outcome.problem());
  }

  private boolean isMarked(Entry entry) {
    return marker.mark(entry.captions()).equals(entry.mark());
  }

  /** The photo that the index has under this path, or else had under another that is no more. */
  private @Nullable Entry before(String id, String sha256) {
    Entry before = indexed.withId(id);
    if (before == null) {
      Entry same = indexed.withContent(sha256);
      before = same != null && vanished.contains(same.id()) ? same : null;
    }
    return before;
  }

  private static boolean is(Entry entry, String sha256, List<String> texts, FieldValues fields) {
    return entry.sha256().equals(sha256)
        && entry.captions().equals(texts)
        && entry.fields().equals(fields);
  }

  private void keepEncodedCaptions(
      @Nullable Entry known, Map<String, EncodedCaption> encodedCaptions) throws IOException {
    if (known != null) {
      IndexedPhoto photo = encoded.read(known);
      for (int i = 0; i < photo.captions().size(); i++) {
        encodedCaptions.put(photo.captions().get(i), photo.encodedCaptions().get(i));
      }
    }
  }

  private void encodePictures(List<PhotoOutcome> outcomes, Map<Integer, float[]> pixels) {
    if (pixels.isEmpty()) {
      return;
    }
    ReferenceTexts references = ReferenceTexts.of(encoder);
    List<Integer> places = List.copyOf(pixels.keySet());
    List<float[]> vectors = encoder.encodePhotos(places.stream().map(pixels::get).toList());
    for (int i = 0; i < places.size(); i++) {
      float[] vector = vectors.get(i);
      float hubness = references.hubness(vector);
      outcomes.set(
          places.get(i),
          outcomes.get(places.get(i)).map(photo -> photo.withVector(vector, hubness)));
    }
  }

  private void encodeCaptions(List<PhotoOutcome> outcomes, Map<String, EncodedCaption> known) {
    Set<String> unknown = new LinkedHashSet<>();
    outcomes.forEach(outcome -> unknown.addAll(outcome.captions()));
    unknown.removeAll(known.keySet());
    if (!unknown.isEmpty()) {
      List<String> texts = List.copyOf(unknown);
      List<EncodedText> encoded = textEncoder.encode(texts);
      for (int i = 0; i < texts.size(); i++) {
        known.put(texts.get(i), encoded.get(i).asCaption());
      }
    }
    outcomes.replaceAll(
        outcome ->
            outcome.map(
                photo ->
                    photo.withEncodedCaptions(photo.captions().stream().map(known::get).toList())));
  }
}
