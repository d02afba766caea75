package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.fields.FieldCatalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** Tells colons that follow a field from those of sentences. */
final class FieldReader {

  /** What stands before a colon without being a field of the index. */
  static final Set<String> WORDS = Set.of(TreeParser.LIKE, TreeParser.SHOW, TreeParser.SAY);

  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "&&", "||");

  /** Longest name that is compared with those of fields. */
  private static final int MAX_NAME = 40;

  private final Reading reading;
  private final FieldCatalogue catalogue;
  private final Notes notes;
  private boolean like;

  FieldReader(Reading reading, FieldCatalogue catalogue, Notes notes) {
    this.reading = reading;
    this.catalogue = catalogue;
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
    if (catalogue.kind(name) == null && !WORDS.contains(name)) {
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
    List<String> similar = similar(name);
    String problem = "there is no field '%s'".formatted(name);
    String known = "fields are " + names().collect(Collectors.joining(", "));
    if (!notes.strict() && similar.isEmpty()) {
      notes.add(index, problem + "; it is read as text");
    } else {
      String meant =
          similar.isEmpty() ? "" : "did you mean %s? ".formatted(String.join(", ", similar));
      notes.text(index, problem + "; " + meant + known, "write \\: for a colon");
    }
  }

  private Stream<String> names() {
    return Stream.concat(catalogue.names().stream(), WORDS.stream().sorted());
  }

  /** Fields that a typing error would make into this; of short names one error, else two. */
  private List<String> similar(String name) {
    if (name.length() > MAX_NAME || notes.areFull()) {
      return List.of();
    }
    int edits = name.length() <= 4 ? 1 : 2;
    Automaton near = new LevenshteinAutomata(name, true).toAutomaton(edits);
    return near == null ? List.of() : names().filter(field -> Operations.run(near, field)).toList();
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
