package dev.ocellus.lucene.group;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;

/**
 * Hits that stand as one.
 *
 * @param best the one to show: the first in the ranking
 * @param others the rest, in the order of the ranking; often none
 */
public record HitGroup(ScoreDoc best, List<ScoreDoc> others) {

  public HitGroup {
    others = List.copyOf(others);
  }

  /** Number of hits in it, 1 or more. */
  public int size() {
    return 1 + others.size();
  }

  /** All of them, the best first. */
  public List<ScoreDoc> members() {
    List<ScoreDoc> members = new ArrayList<>(size());
    members.add(best);
    members.addAll(others);
    return members;
  }
}
