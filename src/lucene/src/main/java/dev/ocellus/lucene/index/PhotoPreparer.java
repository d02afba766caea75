package dev.ocellus.lucene.index;

import dev.ocellus.encode.DecodedPhoto;
import dev.ocellus.encode.PerceptualHash;
import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.encode.Preprocessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a photo file as far as indexing needs it. Used by several threads. */
final class PhotoPreparer {

  private final PhotoDecoder decoder = new PhotoDecoder();
  private final Preprocessor preprocessor;
  private final Predicate<String> isEncoded;
  private final FileStamps stamps;

  /**
   * @param isEncoded whether the picture with this SHA-256 has its vector already and need not be
   *     decoded
   * @param stamps what the files held when they were last read
   */
  PhotoPreparer(Preprocessor preprocessor, Predicate<String> isEncoded, FileStamps stamps) {
    this.preprocessor = preprocessor;
    this.isEncoded = isEncoded;
    this.stamps = stamps;
  }

  /**
   * A file that was read.
   *
   * @param sha256 of its bytes, or null if it could not be read
   * @param pixels the encoder's input, or null if not needed or not decodable
   * @param decoded facts about the photo beside its vector, which is still empty; null as above
   * @param problem why the photo cannot be indexed, or null if it can
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Prepared(
      String id,
      @Nullable String sha256,
      float @Nullable [] pixels,
      IndexedPhoto.@Nullable Picture decoded,
      @Nullable String problem) {}

  Prepared prepare(String id, Path file) {
    String sha256 = null;
    try {
      FileStamps.Look look = stamps.look(file);
      sha256 = stamps.sha256(file, look);
      if (sha256 != null && isEncoded.test(sha256)) {
        return new Prepared(id, sha256, null, null, null);
      }
      byte[] bytes = Files.readAllBytes(file);
      sha256 = sha256(bytes);
      stamps.remember(file, look, sha256);
      if (isEncoded.test(sha256)) {
        return new Prepared(id, sha256, null, null, null);
      }
      DecodedPhoto photo = decoder.decode(bytes);
      return new Prepared(id, sha256, preprocessor.apply(photo.pixels()), facts(photo), null);
    } catch (PhotoException e) {
      return new Prepared(id, sha256, null, null, e.getMessage());
    } catch (IOException e) {
      return new Prepared(id, null, null, null, "cannot be read: " + e);
    } catch (OutOfMemoryError e) {
      return new Prepared(id, null, null, null, "too large for the memory of this process");
    }
  }

  /** What a decoded photo says beside its vector, which is still empty. */
  static IndexedPhoto.Picture facts(DecodedPhoto photo) {
    return new IndexedPhoto.Picture(
        new float[0],
        0,
        PerceptualHash.of(photo.pixels()),
        photo.width(),
        photo.height(),
        photo.takenAt() == null ? null : photo.takenAt().toInstant(ZoneOffset.UTC).toEpochMilli());
  }

  /** SHA-256, hexadecimal. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
