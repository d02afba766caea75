package dev.ocellus.lucene.syntax;

import dev.ocellus.lucene.QueryException;
import java.util.ArrayList;
import java.util.List;

/** Takes what is wrong with a query: noted, or, if strict, thrown. */
final class Notes {

  /** Further notes would help nobody. */
  private static final int MAX_NOTES = 20;

  private final boolean strict;
  private final List<Note> notes = new ArrayList<>();

  Notes(boolean strict) {
    this.strict = strict;
  }

  boolean strict() {
    return strict;
  }

  /**
   * Something that cannot be syntax and is read as text.
   *
   * @param index where in the query, from 0
   * @param problem what is wrong: "the bracket has no partner"
   * @param remedy what would be right: "add the other one, or write \("
   * @throws QueryException if strict
   */
  void text(int index, String problem, String remedy) {
    report(index, problem, remedy, "it is read as text");
  }

  /**
   * Something that is read in another way than as text.
   *
   * @param consequence how it is read
   * @throws QueryException if strict
   */
  void report(int index, String problem, String remedy, String consequence) {
    if (strict) {
      throw new QueryException(new Note(index + 1, problem + "; " + remedy).toString());
    }
    add(index, problem + "; " + consequence);
  }

  /** Something that might be syntax, but in a sentence hardly is; not of interest if strict. */
  void add(int index, String message) {
    if (!areFull()) {
      notes.add(new Note(index + 1, message));
    }
  }

  /** Whether further notes are left out. */
  boolean areFull() {
    return notes.size() >= MAX_NOTES;
  }

  List<Note> all() {
    notes.sort((one, other) -> Integer.compare(one.column(), other.column()));
    return List.copyOf(notes);
  }
}
