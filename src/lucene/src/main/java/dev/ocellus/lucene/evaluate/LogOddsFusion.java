package dev.ocellus.lucene.evaluate;

import dev.ocellus.lucene.page.RankingQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.BayesianScoreEstimator.Parameters;
import org.apache.lucene.search.BayesianScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LogOddsFusionQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Lucene's own {@link LogOddsFusionQuery}, as it is by default, over a {@link BayesianScoreQuery}
 * for each ranking, which makes its scores probabilities, without a base rate. Its documentation
 * also allows for raw vector similarities and for a base rate; both ranked worse than this.
 *
 * @param calibrations steepness and midpoint, one for each ranking
 */
record LogOddsFusion(IndexSearcher searcher, List<Parameters> calibrations) implements RankFusion {

  static final String NAME = "log_odds";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ScoreDoc> fuse(List<ScoreDoc[]> rankings) throws IOException {
    List<Query> clauses = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < rankings.size(); i++) {
      Parameters calibration = calibrations.get(i);
      Query ranking = new RankingQuery(List.of(rankings.get(i)));
      clauses.add(new BayesianScoreQuery(ranking, calibration.alpha(), calibration.beta()));
      most += rankings.get(i).length;
    }
    // Everything is counted, so that no document is skipped for its score.
    var all = new TopScoreDocCollectorManager(most, Integer.MAX_VALUE);
    return Arrays.asList(searcher.search(new LogOddsFusionQuery(clauses), all).scoreDocs);
  }
}
