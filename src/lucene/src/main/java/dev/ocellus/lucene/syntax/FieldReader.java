package dev.ocellus.lucene.syntax;

import java.util.List;
import java.util.Set;

/** Tells colons that follow a field from those of sentences. */
final class FieldReader {

  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "&&", "||");

  private final Reading reading;
  private final KnownFields known;
  private final Notes notes;
  private boolean like;

  FieldReader(Reading reading, KnownFields known, Notes notes) {
    this.reading = reading;
    this.known = known;
    this.notes = notes;
  }

  /** Whether {@code like:} was among the fields. */
  boolean hasLike() {
    return like;
  }

  /**
   * Whether a colon is one after a field.
   *
   * @param wordStart where the word before it starts
   */
  boolean isColon(int wordStart, int index) {
    if (reading.isSyntax(wordStart - 1, ":")) {
      // A colon in a value, such as that of 10:30, is part of it.
      return false;
    }
    String name = reading.substring(wordStart, index).replace("\\", "");
    if (name.equals("*") && reading.is(index + 1, '*')) {
      return true;
    }
    if (name.isEmpty()) {
      notes.text(index, "there is no field before the colon", "write \\: for a colon");
      return false;
    }
    if (!known.contains(name)) {
      unknown(wordStart, name);
      return false;
    }
    if (!hasValue(index + 1)) {
      notes.text(index, "the field %s has no value".formatted(name), "write it after the colon");
      return false;
    }
    like |= name.equals(TreeParser.LIKE);
    return true;
  }

  private void unknown(int index, String name) {
    List<String> similar = notes.areFull() ? List.of() : known.similar(name);
    String problem = "there is no field '%s'".formatted(name);
    if (!notes.strict() && similar.isEmpty()) {
      notes.add(index, problem + "; it is read as text");
    } else {
      String meant =
          similar.isEmpty() ? "" : "did you mean %s? ".formatted(String.join(", ", similar));
      notes.text(
          index,
          problem + "; " + meant + "fields are " + String.join(", ", known.names()),
          "write \\: for a colon");
    }
  }

  private boolean hasValue(int index) {
    if (index >= reading.length() || reading.isSyntax(index, ")")) {
      return false;
    }
    if (!reading.isBlank(index)) {
      return true;
    }
    int value = reading.skipBlanks(index);
    if (value == reading.length()
        || (reading.isOpen(value) && !reading.is(value, '*'))
        || reading.isSyntax(value, ")")) {
      return false;
    }
    int end = value;
    while (!reading.isBlank(end)) {
      end++;
    }
    return !OPERATORS.contains(reading.substring(value, end));
  }
}
