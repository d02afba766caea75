package dev.ocellus.lucene.suggest;

import java.util.List;

/**
 * A query in another spelling. The query as typed is searched all the same: a word that no caption
 * has may be a name that the encoder knows.
 *
 * @param text the whole query with the words changed
 * @param changes the changed words, in order; at least one
 */
public record Correction(String text, List<Change> changes) {

  public Correction {
    changes = List.copyOf(changes);
  }

  /**
   * A changed word.
   *
   * @param start of the new word in {@link Correction#text}, in UTF-16 code units
   * @param end after its last character
   * @param from as typed
   * @param to as captions have it
   * @param photos number of photos whose captions have it
   */
  public record Change(int start, int end, String from, String to, int photos) {}

  /** The text with every changed word between two marks. */
  public String marked(String before, String after) {
    StringBuilder marked = new StringBuilder();
    int done = 0;
    for (Change change : changes) {
      marked
          .append(text, done, change.start())
          .append(before)
          .append(text, change.start(), change.end())
          .append(after);
      done = change.end();
    }
    return marked.append(text, done, text.length()).toString();
  }
}
