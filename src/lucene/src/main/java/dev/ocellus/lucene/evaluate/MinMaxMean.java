package dev.ocellus.lucene.evaluate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/**
 * The mean of scores that were brought to 0 to 1 within each ranking: (score - least) / (greatest -
 * least), as the normalization processor of OpenSearch does by default. As there, the last of a
 * ranking gets 0.001, equal scores all 1, and a photo that a ranking lacks 0.
 */
final class MinMaxMean implements RankFusion {

  static final String NAME = "min_max";

  private static final float LAST = 0.001f;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ScoreDoc> fuse(List<ScoreDoc[]> rankings) {
    Map<Integer, Float> means = new HashMap<>();
    for (ScoreDoc[] ranking : rankings) {
      for (ScoreDoc hit : ranking) {
        float greatest = ranking[0].score;
        float least = ranking[ranking.length - 1].score;
        float share = greatest == least ? 1 : (hit.score - least) / (greatest - least);
        means.merge(hit.doc, Math.max(share, LAST) / rankings.size(), Float::sum);
      }
    }
    return means.entrySet().stream()
        .map(mean -> new ScoreDoc(mean.getKey(), mean.getValue()))
        .sorted(Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparing(h -> h.doc))
        .toList();
  }
}
