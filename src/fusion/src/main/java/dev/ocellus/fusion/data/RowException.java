package dev.ocellus.fusion.data;

/** What is wrong with a row; whoever reads the table adds its file and line. */
final class RowException extends Exception {
  private static final long serialVersionUID = 1L;

  RowException(String message) {
    super(message);
  }
}
