package dev.ocellus.study.judgments;

import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.PhotoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What tells a photo file from others.
 *
 * @param file the file
 * @param sha256 of its content; empty if it cannot be read
 * @param look of its pixels; empty if they cannot be read
 * @param problem why they cannot, else empty
 */
record PhotoFingerprint(Path file, String sha256, Optional<Look> look, String problem) {

  static PhotoFingerprint of(Path file, PhotoDecoder decoder) {
    String sha256 = "";
    try {
      byte[] bytes = Files.readAllBytes(file);
      sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      Look look = Look.of(decoder.decode(bytes).pixels());
      return new PhotoFingerprint(file, sha256, Optional.of(look), "");
    } catch (PhotoException | IOException e) {
      return new PhotoFingerprint(file, sha256, Optional.empty(), file + ": " + e.getMessage());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
