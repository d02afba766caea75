package dev.ocellus.lucene.text;

import java.util.EnumSet;
import java.util.Set;

/** Whom or what a text may be about. A text may be about several, or none of them. */
public enum Subject {
  PERSON,
  MALE,
  FEMALE,
  CHILD,
  ADULT,
  /** More than one: of whatever it is. */
  SEVERAL,
  ANIMAL,
  DOG;

  /** A set of subjects as bits, the first subject's the lowest. */
  static int bits(Set<Subject> subjects) {
    int bits = 0;
    for (Subject subject : subjects) {
      bits |= 1 << subject.ordinal();
    }
    return bits;
  }

  /** The inverse of {@link #bits}. */
  static Set<Subject> ofBits(int bits) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    for (Subject subject : values()) {
      if ((bits & 1 << subject.ordinal()) != 0) {
        subjects.add(subject);
      }
    }
    return subjects;
  }
}
