package dev.ocellus.lucene.syntax;

import org.jspecify.annotations.Nullable;

/** A value that its field cannot have, or a pattern that cannot be searched. */
final class ValueProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;
  private final @Nullable String culprit;

  /**
   * @param problem "width is an integer"
   * @param remedy "write one, as in width:640"
   */
  ValueProblem(String problem, String remedy) {
    this(problem, remedy, null);
  }

  /**
   * @param culprit which part of the value it is about, or null if it is about all of it
   */
  ValueProblem(String problem, String remedy, @Nullable String culprit) {
    super(problem, null, false, false);
    this.remedy = remedy;
    this.culprit = culprit;
  }

  @Nullable String culprit() {
    return culprit;
  }

  String problem() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
