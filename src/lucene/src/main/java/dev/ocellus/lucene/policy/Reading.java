package dev.ocellus.lucene.policy;

import java.util.Arrays;

/** A text as it may be meant, each character tied to the place that it was read from. */
final class Reading {

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private Reading(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** A text as it stands. */
  static Reading of(String text) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    return new Reading(text, starts, ends);
  }

  String text() {
    return text;
  }

  /** Where a character of this reading begins in the original. */
  int start(int index) {
    return starts[index];
  }

  /** Where the character before this index ends in the original. */
  int end(int index) {
    return ends[index - 1];
  }

  /** Builds a reading of a reading. */
  static final class Builder {

    private final Reading source;
    private final StringBuilder text = new StringBuilder();
    private int[] starts;
    private int[] ends;

    Builder(Reading source) {
      this.source = source;
      this.starts = new int[source.text.length() + 1];
      this.ends = new int[source.text.length() + 1];
    }

    /** Appends what the source's characters from {@code from} to {@code to} are read as. */
    void append(CharSequence read, int from, int to) {
      for (int i = 0; i < read.length(); i++) {
        int length = text.length();
        if (length == starts.length) {
          starts = Arrays.copyOf(starts, 2 * length);
          ends = Arrays.copyOf(ends, 2 * length);
        }
        starts[length] = source.start(from);
        ends[length] = source.end(to);
        text.append(read.charAt(i));
      }
    }

    Reading build() {
      return new Reading(text.toString(), starts, ends);
    }
  }
}
