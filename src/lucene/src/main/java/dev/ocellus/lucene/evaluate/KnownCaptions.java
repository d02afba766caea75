package dev.ocellus.lucene.evaluate;

import dev.ocellus.lucene.index.IndexedPhoto;
import java.util.Locale;

/** Which of a photo's captions are known while it is scored. */
public enum KnownCaptions {
  /** All that it has. */
  ALL("all captions", Integer.MAX_VALUE),
  /** The first alone. */
  FIRST("one caption", 1),
  /** None: the pixels alone tell. */
  NONE("no caption", 0);

  private final String title;
  private final int most;

  KnownCaptions(String title, int most) {
    this.title = title;
    this.most = most;
  }

  /** The name in JSON. */
  public String key() {
    return title.replace(' ', '_').toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  IndexedPhoto of(IndexedPhoto photo) {
    return photo.withFirstCaptions(most);
  }
}
