package dev.ocellus.lucene.evaluate;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/** Reciprocal-rank fusion with k = 60 (Cormack, Clarke and Büttcher, SIGIR 2009), by Lucene. */
final class ReciprocalRankFusion implements RankFusion {

  static final String NAME = "rrf";

  private static final int K = 60;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ScoreDoc> fuse(List<ScoreDoc[]> rankings) {
    int most = Math.max(1, rankings.stream().mapToInt(ranking -> ranking.length).sum());
    TopDocs[] found =
        rankings.stream()
            .map(hits -> new TopDocs(new TotalHits(hits.length, TotalHits.Relation.EQUAL_TO), hits))
            .toArray(TopDocs[]::new);
    return Arrays.asList(TopDocs.rrf(most, K, found).scoreDocs);
  }
}
