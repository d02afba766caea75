package dev.ocellus.lucene.index;

import dev.ocellus.encode.DecodedPhoto;
import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.text.ReferenceTexts;
import java.util.ArrayList;
import java.util.List;

/** Turns single photo files into what an index keeps of them. */
public final class PictureEncoder {

  private final PhotoDecoder decoder;
  private final Encoder encoder;

  public PictureEncoder(Encoder encoder) {
    this(encoder, new PhotoDecoder());
  }

  /**
   * @param decoder whose limits hold
   */
  public PictureEncoder(Encoder encoder, PhotoDecoder decoder) {
    this.encoder = encoder;
    this.decoder = decoder;
  }

  /**
   * A photo that was decoded and is small by now, to be encoded together with others.
   *
   * @param pixels the encoder's input
   * @param facts about the photo beside its vector, which is still empty
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Prepared(float[] pixels, IndexedPhoto.Picture facts) {}

  /**
   * Decodes a photo.
   *
   * @param file the whole file's bytes
   * @throws PhotoException if they are no photo that can be read
   */
  public Prepared prepare(byte[] file) {
    DecodedPhoto photo = decoder.decode(file);
    return new Prepared(encoder.preprocessor().apply(photo.pixels()), PhotoPreparer.facts(photo));
  }

  /**
   * Encodes photos in one batch.
   *
   * @return one a photo, in the order given
   */
  public List<IndexedPhoto.Picture> encode(List<Prepared> photos) {
    ReferenceTexts references = ReferenceTexts.of(encoder);
    List<float[]> vectors = encoder.encodePhotos(photos.stream().map(Prepared::pixels).toList());
    List<IndexedPhoto.Picture> pictures = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      float[] vector = vectors.get(i);
      pictures.add(photos.get(i).facts().withVector(vector, references.hubness(vector)));
    }
    return pictures;
  }

  /**
   * Decodes and encodes a photo.
   *
   * @param file the whole file's bytes
   * @throws PhotoException if they are no photo that can be read
   */
  public IndexedPhoto.Picture encode(byte[] file) {
    return encode(List.of(prepare(file))).getFirst();
  }

  /** SHA-256 of a file's bytes, hexadecimal: the same bytes need not be encoded twice. */
  public static String sha256(byte[] file) {
    return PhotoPreparer.sha256(file);
  }
}
