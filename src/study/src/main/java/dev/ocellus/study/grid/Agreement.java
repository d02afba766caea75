package dev.ocellus.study.grid;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.metrics.KendallTau;
import dev.ocellus.fusion.metrics.RowGroups;
import dev.ocellus.fusion.metrics.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order of scores against that of judgments, as the field measures it.
 *
 * @param rowOf for each row the position of its pair's score: a pair with three ratings has three
 *     rows
 * @param groups of the rows, by photo
 * @param statistic of rows of scores
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Agreement(int[] rowOf, RowGroups groups, Statistic statistic) {

  /**
   * Tau-c against all three ratings (Hessel et al., "CLIPScore", EMNLP 2021), or null without two.
   */
  static @Nullable Agreement withExperts(StudyData data, int[] pairs) {
    Rows rows = new Rows(data);
    for (int i = 0; i < pairs.length; i++) {
      for (int rating : data.pairs().get(pairs[i]).judged().ratings()) {
        rows.add(i, pairs[i], rating);
      }
    }
    return rows.agreement(KendallTau::c);
  }

  /** Tau-b against the crowd's share of yes, or null without two votes. */
  static @Nullable Agreement withCrowd(StudyData data, int[] pairs) {
    Rows rows = new Rows(data);
    for (int i = 0; i < pairs.length; i++) {
      JudgedPair judged = data.pairs().get(pairs[i]).judged();
      if (judged.hasVotes()) {
        rows.add(i, pairs[i], judged.crowdShare());
      }
    }
    return rows.agreement(KendallTau::b);
  }

  double of(double[] scores) {
    double[] rows = spread(scores);
    return statistic.of(rows, IntStream.range(0, rows.length).toArray());
  }

  /** Each pair's score as often as it has rows. */
  double[] spread(double[] scores) {
    return Arrays.stream(rowOf).mapToDouble(i -> scores[i]).toArray();
  }

  private static final class Rows {
    private final StudyData data;
    private final List<Integer> rowOf = new ArrayList<>();
    private final List<Double> judgments = new ArrayList<>();
    private final List<String> photos = new ArrayList<>();

    Rows(StudyData data) {
      this.data = data;
    }

    void add(int position, int pair, double judgment) {
      rowOf.add(position);
      judgments.add(judgment);
      photos.add(data.groups().get(data.pairs().get(pair).photo()).toString());
    }

    @Nullable Agreement agreement(ToDoubleBiFunction<double[], double[]> tau) {
      if (rowOf.size() < 2) {
        return null;
      }
      double[] all = judgments.stream().mapToDouble(Double::doubleValue).toArray();
      return new Agreement(
          rowOf.stream().mapToInt(Integer::intValue).toArray(),
          RowGroups.of(photos),
          Statistic.against(all, tau));
    }
  }
}
