package dev.ocellus.encode;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Compares a file's length with what its container states. The readers of these formats fill
 * missing data with zeros in silence, or never look at what follows the pixels (orientation).
 */
final class ContainerCheck {

  private static final int IEND = 0x49454E44;

  private ContainerCheck() {}

  /**
   * Checks a file of a known format.
   *
   * @throws EOFException if the file is shorter than its container says
   */
  static void complete(byte[] file, PhotoFormat format) throws EOFException {
    switch (format) {
      case WEBP -> checkRiff(file);
      case PNG -> checkChunks(file);
      default -> {}
    }
  }

  /** RIFF: the little-endian size at byte 4 counts everything after it. */
  private static void checkRiff(byte[] file) throws EOFException {
    long stated = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFFFFFFL;
    if (file.length < stated + 8) {
      throw new EOFException((stated + 8 - file.length) + " of " + (stated + 8) + " bytes missing");
    }
  }

  /** PNG: chunks of a length, a type, data and a check sum, up to IEND. */
  private static void checkChunks(byte[] file) throws EOFException {
    ByteBuffer chunks = ByteBuffer.wrap(file);
    long at = 8;
    while (at + 12 <= file.length) {
      int type = chunks.getInt((int) at + 4);
      if (type == IEND) {
        return;
      }
      at += 12 + (chunks.getInt((int) at) & 0xFFFFFFFFL);
    }
    throw new EOFException("no closing chunk");
  }
}
