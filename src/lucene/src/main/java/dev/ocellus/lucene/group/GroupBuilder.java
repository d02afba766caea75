package dev.ocellus.lucene.group;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;

/** A group that still grows. */
final class GroupBuilder {

  private final ScoreDoc best;
  private final List<ScoreDoc> others = new ArrayList<>();

  GroupBuilder(ScoreDoc best) {
    this.best = best;
  }

  ScoreDoc best() {
    return best;
  }

  void add(ScoreDoc other) {
    others.add(other);
  }

  static List<HitGroup> build(List<GroupBuilder> groups) {
    return groups.stream().map(group -> new HitGroup(group.best, group.others)).toList();
  }
}
