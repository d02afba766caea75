package dev.ocellus.lucene.index;

import dev.ocellus.encode.DecodedPhoto;
import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.text.ReferenceTexts;
import java.util.List;

/** Turns single photo files into what an index keeps of them. */
public final class PictureEncoder {

  private final PhotoDecoder decoder = new PhotoDecoder();
  private final Encoder encoder;

  public PictureEncoder(Encoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Decodes and encodes a photo.
   *
   * @param file the whole file's bytes
   * @throws PhotoException if they are no photo that can be read
   */
  public IndexedPhoto.Picture encode(byte[] file) {
    DecodedPhoto photo = decoder.decode(file);
    float[] pixels = encoder.preprocessor().apply(photo.pixels());
    float[] vector = encoder.encodePhotos(List.of(pixels)).getFirst();
    float hubness = ReferenceTexts.of(encoder).hubness(vector);
    return PhotoPreparer.facts(photo).withVector(vector, hubness);
  }

  /** SHA-256 of a file's bytes, hexadecimal: the same bytes need not be encoded twice. */
  public static String sha256(byte[] file) {
    return PhotoPreparer.sha256(file);
  }
}
