package dev.ocellus.encode;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Notices the warnings that mean missing pixels. Readers fill what a truncated file lacks with gray
 * and only warn; other warnings (odd metadata, an unusable profile) leave the picture whole.
 */
final class Damage implements IIOReadWarningListener {

  private @Nullable String fault;

  /** The first warning of missing pixels, null if there was none. */
  @Nullable String fault() {
    return fault;
  }

  /** Whether a reader's message speaks of a file that ends too early. */
  static boolean saysTruncated(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("premature")
        || lower.contains("truncated")
        || lower.contains("end of file")
        || lower.contains("eof")
        || lower.contains("unexpected end")
        || lower.contains("end of stream");
  }

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    if (fault == null && saysTruncated(warning)) {
      fault = warning.strip().replaceAll("\\s+", " ");
    }
  }
}
