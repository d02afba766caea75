package dev.ocellus.lucene.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the phrases of captions, from single words up to {@link #LONGEST} words, by Apriori
 * (Agrawal and Srikant 1994): a phrase is counted only where it extends one that several photos
 * have, so that memory goes with the phrases that matter.
 */
final class PhraseCounter {

  /** Words of the longest phrase that is cut from captions. */
  static final int LONGEST = 6;

  /** Photos that a phrase of several words needs. */
  static final int FEWEST_PHOTOS = 2;

  /** A phrase of several words with its counts. */
  static final class Node {
    final int parent;
    final int lastWord;
    int photos;
    int occurrences;
    int opens;
    int closes;
    private int lastPhoto = -1;
    private int id = -1;

    private Node(int parent, int lastWord) {
      this.parent = parent;
      this.lastWord = lastWord;
    }

    private void add(int photo, boolean open, boolean close) {
      occurrences++;
      opens += open ? 1 : 0;
      closes += close ? 1 : 0;
      if (lastPhoto != photo) {
        lastPhoto = photo;
        photos++;
      }
    }
  }

  private final CountedCaptions captions;
  private final List<Node> nodes = new ArrayList<>();

  private PhraseCounter(CountedCaptions captions) {
    this.captions = captions;
  }

  /** Calls back with the words of every phrase that enough photos have, shorter ones first. */
  static void count(CountedCaptions captions, Visitor visitor) {
    new PhraseCounter(captions).run(visitor);
  }

  /** Receives phrases. */
  interface Visitor {
    void phrase(int[] words, Node counts);
  }

  private void run(Visitor visitor) {
    int size = captions.length();
    int[] starts = new int[size];
    Arrays.fill(starts, -1);
    for (int length = 1; length <= LONGEST; length++) {
      Map<Long, Node> level = countLevel(starts, length);
      int before = nodes.size();
      level.values().stream()
          .filter(node -> node.photos >= FEWEST_PHOTOS)
          .forEach(
              node -> {
                node.id = nodes.size();
                nodes.add(node);
              });
      for (int i = 0; i < size; i++) {
        starts[i] = nextStart(level, starts, i, length);
      }
      for (int i = before; i < nodes.size(); i++) {
        visitor.phrase(words(nodes.get(i), length), nodes.get(i));
      }
    }
  }

  private Map<Long, Node> countLevel(int[] starts, int length) {
    Map<Long, Node> level = new HashMap<>();
    for (int i = 0; i < starts.length; i++) {
      if (extendable(starts, i, length)) {
        int parent = starts[i];
        int word = captions.word(i + length - 1);
        level
            .computeIfAbsent(key(parent, word), unused -> new Node(parent, word))
            .add(captions.photo(i), captions.opens(i), captions.closes(i + length - 1));
      }
    }
    return level;
  }

  private int nextStart(Map<Long, Node> level, int[] starts, int i, int length) {
    if (!extendable(starts, i, length)) {
      return -1;
    }
    Node node = level.get(key(starts[i], captions.word(i + length - 1)));
    return node == null ? -1 : node.id;
  }

  private boolean extendable(int[] starts, int i, int length) {
    return length == 1 || (starts[i] >= 0 && captions.joined(i + length - 1));
  }

  private static long key(int parent, int word) {
    return ((long) parent << 32) | (word & 0xFFFFFFFFL);
  }

  private int[] words(Node node, int length) {
    int[] words = new int[length];
    Node current = node;
    for (int i = length - 1; i >= 0; i--) {
      words[i] = current.lastWord;
      if (i > 0) {
        current = nodes.get(current.parent);
      }
    }
    return words;
  }
}
