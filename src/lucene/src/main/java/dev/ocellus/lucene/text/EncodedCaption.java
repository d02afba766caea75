package dev.ocellus.lucene.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an index keeps of a caption beside its words. The array is not copied.
 *
 * @param vector unit vector among texts
 * @param tokens vectors of its tokens, or null of an encoder that shows none
 * @param subjects whom or what it is about
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EncodedCaption(float[] vector, @Nullable TokenVectors tokens, Set<Subject> subjects) {

  public EncodedCaption {
    subjects = Set.copyOf(subjects);
  }

  /** A caption of which only a vector is known. */
  public static EncodedCaption of(float[] vector) {
    return new EncodedCaption(vector, null, Set.of());
  }

  /** The subjects as an index stores them. */
  public long subjectBits() {
    return Subject.bits(subjects);
  }

  /** The inverse of {@link #subjectBits()}. */
  public static Set<Subject> subjectsOf(long bits) {
    return Subject.ofBits((int) bits);
  }
}
