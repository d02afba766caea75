package dev.ocellus.lucene.transfer;

import dev.ocellus.fusion.DataException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, none longer than memory shall hold. */
final class LineReader implements Closeable {

  /** A photo with a hundred captions and all their tokens has some ten MB. */
  static final int LONGEST = 1 << 26;

  private final InputStream stream;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number;

  LineReader(InputStream stream) {
    this.stream = new BufferedInputStream(stream, 1 << 16);
  }

  /** The number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /**
   * The next line that is not blank, or null at the end.
   *
   * @throws DataException if it is too long
   */
  byte @Nullable [] next() throws IOException {
    while (true) {
      line.reset();
      boolean blank = true;
      number++;
      int read = stream.read();
      if (read < 0) {
        return null;
      }
      for (; read >= 0 && read != '\n'; read = stream.read()) {
        blank &= read <= ' ';
        line.write(read);
        if (line.size() > LONGEST) {
          throw new DataException("a line of more than %,d bytes is no photo's".formatted(LONGEST));
        }
      }
      if (!blank) {
        return line.toByteArray();
      }
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
