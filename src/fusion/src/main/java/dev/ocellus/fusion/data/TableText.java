package dev.ocellus.fusion.data;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A table's characters, and where its lines begin. */
final class TableText {
  /** Stands for bytes that are not UTF-8; a noncharacter, so it is in no proper text. */
  static final char INVALID = '\uFFFF';

  private static final long LIMIT = 1L << 30;

  private final String content;
  private final int[] lineStarts;

  TableText(String content) {
    this.content = content;
    this.lineStarts = lineStarts(content);
  }

  static TableText read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LIMIT) {
      throw new DataException(
          "%s: %d bytes; a table may have %d, split it".formatted(file, size, LIMIT));
    }
    byte[] bytes = Files.readAllBytes(file);
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      throw new DataException(file + ": the text is UTF-16; save it as UTF-8");
    }
    int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(INVALID));
    return new TableText(
        decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString());
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  String content() {
    return content;
  }

  /** Number of lines, an empty one after the last line break not counted. */
  int lines() {
    return lineStarts.length;
  }

  /**
   * Where a line begins in {@link #content()}.
   *
   * @param line from 1; beyond the last line, the end of the content
   */
  int start(int line) {
    return line > lineStarts.length ? content.length() : lineStarts[line - 1];
  }

  /** A line without its line break. */
  String line(int line) {
    int from = start(line);
    int to = start(line + 1);
    while (to > from && isBreak(content.charAt(to - 1))) {
      to--;
    }
    return content.substring(from, to);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static int[] lineStarts(String content) {
    int[] starts = new int[1024];
    int lines = 0;
    for (int i = 0; i < content.length(); ) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, 2 * lines);
      }
      starts[lines++] = i;
      while (i < content.length() && !isBreak(content.charAt(i))) {
        i++;
      }
      // CR, LF and CR LF each end one line.
      i += content.startsWith("\r\n", i) ? 2 : 1;
    }
    return Arrays.copyOf(starts, lines);
  }
}
