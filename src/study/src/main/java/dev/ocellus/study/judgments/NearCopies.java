package dev.ocellus.study.judgments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups photos that look alike, and what is so joined in a chain.
 *
 * <p>Two hashes that differ in at most d bits agree wholly in one of d + 1 parts: only such photos
 * are compared.
 */
final class NearCopies {
  private final List<Look> looks;
  private final int[] parents;

  private NearCopies(List<Look> looks) {
    this.looks = looks;
    this.parents = new int[looks.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
  }

  /** The groups of two or more, as sorted positions, in the order of their first ones. */
  static List<List<Integer>> groups(List<Look> looks) {
    var copies = new NearCopies(looks);
    int parts = Look.HASH_DISTANCE + 1;
    for (int part = 0; part < parts; part++) {
      int from = Long.SIZE * part / parts;
      int to = Long.SIZE * (part + 1) / parts;
      copies.join(((1L << (to - from)) - 1) << from);
    }
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < looks.size(); i++) {
      groups.computeIfAbsent(copies.first(i), root -> new ArrayList<>()).add(i);
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private void join(long mask) {
    Map<Long, List<Integer>> buckets = new HashMap<>();
    for (int i = 0; i < looks.size(); i++) {
      List<Integer> bucket =
          buckets.computeIfAbsent(looks.get(i).hash() & mask, key -> new ArrayList<>());
      for (int j : bucket) {
        if (looks.get(i).isCopyOf(looks.get(j))) {
          int a = first(i);
          int b = first(j);
          parents[Math.max(a, b)] = Math.min(a, b);
        }
      }
      bucket.add(i);
    }
  }

  private int first(int member) {
    int root = member;
    while (parents[root] != root) {
      root = parents[root];
    }
    parents[member] = root;
    return root;
  }
}
