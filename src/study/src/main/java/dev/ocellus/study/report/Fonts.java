package dev.ocellus.study.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Whether text can be drawn: a Java runtime without a display may find no font at all. */
final class Fonts {
  /** Looked up once. */
  static final boolean AVAILABLE = available();

  private Fonts() {}

  // Without fontconfig the runtime fails with one of several errors, by platform and version.
  @SuppressWarnings("CatchingUnchecked")
  private static boolean available() {
    try {
      var context = new FontRenderContext(null, true, true);
      return new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("0", context).getWidth() > 0;
    } catch (RuntimeException | LinkageError | InternalError e) {
      return false;
    }
  }
}
