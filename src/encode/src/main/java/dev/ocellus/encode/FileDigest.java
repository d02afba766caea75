package dev.ocellus.encode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifies a file's content.
 *
 * @param size in bytes
 * @param sha256 lower-case hexadecimal
 * @param gitBlob SHA-1 of the content as Git stores it, by which hubs list small files
 */
public record FileDigest(long size, String sha256, String gitBlob) {

  private static final int BUFFER = 1 << 16;

  /** Reads a file once. */
  public static FileDigest of(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return of(stream, Files.size(file));
    }
  }

  static FileDigest of(InputStream stream, long size) throws IOException {
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest git = digest("SHA-1");
    git.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
    byte[] buffer = new byte[BUFFER];
    long read = 0;
    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
      sha256.update(buffer, 0, n);
      git.update(buffer, 0, n);
      read += n;
    }
    return new FileDigest(read, hex(sha256), hex(git));
  }

  /** SHA-256 of a text in UTF-8. */
  static String sha256(String text) {
    MessageDigest sha256 = digest("SHA-256");
    sha256.update(text.getBytes(StandardCharsets.UTF_8));
    return hex(sha256);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has both
    }
  }
}
