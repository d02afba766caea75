package dev.ocellus.encode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Says what a file is that is none of the {@link PhotoFormat}s. */
final class UnknownFormat {

  private static final int SHOWN = 12;

  private UnknownFormat() {}

  /** The one line for such a file. */
  static PhotoException of(byte[] file) {
    byte[] start = Arrays.copyOf(file, Math.min(file.length, SHOWN));
    // ISO base media file format: a box "ftyp" that begins with the brand.
    if (start.length == SHOWN && ascii(start, 4, 8).equals("ftyp")) {
      return new PhotoException(
          "not readable: an ISO media file of brand \""
              + ascii(start, 8, 12).strip()
              + "\" (HEIC, AVIF or a video); JPEG is read");
    }
    boolean text = true;
    for (byte b : start) {
      text &= b >= ' ' && b < 127 || b == '\n' || b == '\r' || b == '\t';
    }
    String opening =
        text
            ? '"' + ascii(start, 0, start.length).strip().replaceAll("\\s+", " ") + '"'
            : "bytes " + HexFormat.ofDelimiter(" ").formatHex(start).toUpperCase(Locale.ROOT);
    return new PhotoException(
        "not a photo: starts with " + opening + "; JPEG, PNG, WebP, GIF, TIFF and BMP are read");
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII)
        .replaceAll("\\p{Cntrl}", " ");
  }
}
