package dev.ocellus.indextools.demo;

import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.Thumbnail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Small copies of photos as {@code data:} addresses, each photo read once. */
final class Thumbnails {

  /** The longer side, in pixels: twice what the page shows, for dense screens. */
  private static final int LONGER_SIDE = 480;

  private final PhotoDecoder decoder = new PhotoDecoder();
  private final Map<Path, String> made = new HashMap<>();

  /** The photo's small copy as a JPEG in a {@code data:} address. */
  String dataAddress(Path photo) throws IOException {
    var known = made.get(photo);
    if (known == null) {
      byte[] jpeg = Thumbnail.jpeg(decoder.decode(Files.readAllBytes(photo)), LONGER_SIDE);
      known = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
      made.put(photo, known);
    }
    return known;
  }
}
