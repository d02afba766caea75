package dev.ocellus.lucene.policy;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A word of a reading.
 *
 * @param position of the word; words in a row have positions in a row
 * @param start of the word in the original text
 * @param end after its last character
 * @param lemmas what the analyzer makes of it
 * @param form as read, in small letters
 * @param unknown whether a dictionary was asked and lacks it
 */
record Word(int position, int start, int end, Set<String> lemmas, String form, boolean unknown) {

  /** What rules ask a word for: its lemmas, and its form after a sign that no lemma begins with. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>(lemmas);
    keys.add(formKey());
    return keys;
  }

  String formKey() {
    return "=" + form;
  }
}
