package dev.ocellus.lucene.explain;

import dev.ocellus.lucene.text.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What query and captions are about, where they differ. */
final class SubjectSentences {

  private SubjectSentences() {}

  static String missing(Set<Subject> wanted, CaptionFacts captions) {
    if (wanted.isEmpty()) {
      return "the query names no people and no animals";
    }
    List<String> parts = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      int without = captions.count() - captions.mentions().getOrDefault(subject, 0);
      if (wanted.contains(subject) && without > 0) {
        String verb = captions.count() == 1 ? " does not mention" : " do not mention";
        parts.add(name(subject) + ", which " + captions.share(without) + verb);
      }
    }
    if (parts.isEmpty()) {
      return captions.count() == 1
          ? "the caption mentions whom and what the query is about"
          : "all captions mention whom and what the query is about";
    }
    return "the query is about " + String.join("; about ", parts);
  }

  static String extra(Set<Subject> wanted, CaptionFacts captions) {
    List<String> parts = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      int about = captions.mentions().getOrDefault(subject, 0);
      if (!wanted.contains(subject) && about > 0) {
        String verb = captions.count() == 1 || about == 1 ? " is" : " are";
        parts.add(captions.share(about) + verb + " about " + name(subject));
      }
    }
    return parts.isEmpty()
        ? "the captions are about no people and no animals that the query does not mention"
        : String.join("; ", parts) + "; the query is not";
  }

  private static String name(Subject subject) {
    return switch (subject) {
      case PERSON -> "people";
      case MALE -> "men or boys";
      case FEMALE -> "women or girls";
      case CHILD -> "children";
      case ADULT -> "adults";
      case SEVERAL -> "more than one";
      case ANIMAL -> "animals";
      case DOG -> "dogs";
    };
  }
}
