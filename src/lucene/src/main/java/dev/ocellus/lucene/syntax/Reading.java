package dev.ocellus.lucene.syntax;

import java.util.BitSet;

/** A query's text while it is found out which of its characters are syntax. */
final class Reading {

  private final char[] text;

  /** Characters that are syntax; of special characters the others are text. */
  private final BitSet syntax = new BitSet();

  /** Characters within quotes, regular expressions, ranges and escapes. */
  private final BitSet spans = new BitSet();

  /** Characters that are hidden though they are not special. */
  private final BitSet hidden = new BitSet();

  Reading(String text) {
    this.text = text.toCharArray();
  }

  int length() {
    return text.length;
  }

  char at(int index) {
    return text[index];
  }

  boolean is(int index, char c) {
    return index >= 0 && index < text.length && text[index] == c;
  }

  /** Whether a word ends before, or starts after, this place. */
  boolean isBlank(int index) {
    return index < 0 || index >= text.length || isWhitespace(text[index]);
  }

  /** What Lucene's grammar takes for a space. */
  static boolean isWhitespace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u3000';
  }

  boolean isSyntax(int index) {
    return index >= 0 && syntax.get(index);
  }

  boolean isSyntax(int index, String characters) {
    return isSyntax(index) && !spans.get(index) && characters.indexOf(text[index]) >= 0;
  }

  boolean inSpan(int index) {
    return index >= 0 && spans.get(index);
  }

  /** Whether a special character that has not been decided yet, or is text, stands here. */
  boolean isOpen(int index) {
    return Disguise.isSpecial(text[index]) && !syntax.get(index);
  }

  void keep(int index) {
    syntax.set(index);
  }

  /** Keeps what stands between two places, whatever it is. */
  void keepSpan(int from, int to) {
    syntax.set(from, to);
    spans.set(from, to);
  }

  /** Decides again: not syntax. */
  void hide(int index) {
    syntax.clear(index);
    hidden.set(index);
  }

  /** Moves an operator over the spaces after it, to the word that it is for. */
  void move(int from, int to) {
    text[to] = text[from];
    text[from] = ' ';
    syntax.set(to);
  }

  /** The first place from here on that is no space. */
  int skipBlanks(int from) {
    int index = from;
    while (index < text.length && isWhitespace(text[index])) {
      index++;
    }
    return index;
  }

  String substring(int from, int to) {
    return new String(text, from, to - from);
  }

  /** The text for Lucene's grammar, in which only syntax is syntax; as long as the query. */
  String disguised() {
    char[] disguised = text.clone();
    for (int i = 0; i < disguised.length; i++) {
      if (hidden.get(i) || isOpen(i)) {
        disguised[i] = Disguise.hide(disguised[i]);
      }
    }
    return new String(disguised);
  }
}
