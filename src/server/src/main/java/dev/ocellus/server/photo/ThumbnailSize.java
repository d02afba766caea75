package dev.ocellus.server.photo;

import dev.ocellus.server.http.Parameters;
import dev.ocellus.server.http.Problem;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/** The sizes of thumbnails: few, so that each is made once and kept. */
public final class ThumbnailSize {

  /** Longer sides, in pixels. */
  public static final List<Integer> ALL = List.of(160, 320, 480, 640, 960, 1280);

  private static final int DEFAULT = 320;

  private ThumbnailSize() {}

  /**
   * The size asked for.
   *
   * @throws Problem with 400 if it is none of {@link #ALL}
   */
  static int of(Parameters parameters) {
    Integer size = parameters.integer("size");
    if (size != null && !ALL.contains(size)) {
      throw new Problem(
          HttpStatus.BAD_REQUEST_400,
          "bad-parameter",
          "\"size\" must be one of %s, got %d".formatted(ALL, size));
    }
    return size == null ? DEFAULT : size;
  }
}
