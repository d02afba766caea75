package dev.ocellus.lucene.index;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of one photo file.
 *
 * @param kind what happened
 * @param photo what to write, or null where nothing is
 * @param before the id of the photo in the index that this one was, or null
 * @param problem why the file could not be read, or null
 */
record PhotoOutcome(
    Kind kind, @Nullable IndexedPhoto photo, @Nullable String before, @Nullable String problem) {

  /** What happened to a photo file. */
  enum Kind {
    /** Neither its path nor its content was in the index, or it is a copy. */
    ADDED,
    /** Its content, its captions or its fields are others than the index has under its path. */
    CHANGED,
    /** The index has its content under a path that is no more. */
    MOVED,
    /** The index has its path with this content, these captions and these fields. */
    UNCHANGED,
    /** Nothing can be written. */
    UNREADABLE
  }

  static PhotoOutcome unreadable(String problem) {
    return new PhotoOutcome(Kind.UNREADABLE, null, null, problem);
  }

  /** The captions of what is to be written. */
  List<String> captions() {
    return photo == null ? List.of() : photo.captions();
  }

  /** The same with what is to be written changed; where nothing is, it stays so. */
  PhotoOutcome map(UnaryOperator<IndexedPhoto> change) {
    return photo == null ? this : new PhotoOutcome(kind, change.apply(photo), before, problem);
  }
}
