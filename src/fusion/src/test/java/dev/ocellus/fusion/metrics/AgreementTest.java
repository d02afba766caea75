package dev.ocellus.fusion.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.TargetScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static JudgedPair pair(String image, List<Integer> ratings, int yes, int no) {
    return new JudgedPair(image, "q", "a dog", ratings, yes, no);
  }

  private static final List<JudgedPair> PAIRS =
      List.of(
          pair("a", List.of(4, 4, 3), 3, 0),
          pair("b", List.of(1, 2, 1), 0, 3),
          pair("c", List.of(), 1, 2));

  /**
   * Experts: rows .9 against 4, 4, 3 and .2 against 1, 2, 1. All 9 pairs of rows across the two are
   * concordant, those within are tied in the score: tau-c = 2 * 9 / (36 * (2 - 1) / 2) = 1. Crowd:
   * shares 1, 0, 1/3 for scores .9, .2, .1: two pairs concordant, one discordant, tau-b 1/3.
   * Targets (expert-mean) 8/9 and 1/9: calibration (|.9 - 8/9| + |.2 - 1/9|) / 2 = .05.
   */
  @Test
  void everyRatingAndEveryShareCounts() {
    Agreement agreement = new Agreement(PAIRS, TargetScheme.named("expert-mean"));
    Map<String, Agreement.Figure> figures = agreement.of(new double[] {.9, .2, .1}, null);
    Agreement.Figure experts = figures.get(Agreement.EXPERT_TAU_C);
    assertEquals(1, experts.value(), 1e-12);
    assertEquals(6, experts.rows());
    assertNull(experts.interval());
    assertEquals(1 / 3., figures.get(Agreement.CROWD_TAU_B).value(), 1e-12);
    assertEquals(3, figures.get(Agreement.CROWD_TAU_B).rows());
    assertEquals(1, figures.get("roc_auc").value(), 1e-12);
    assertEquals(.05, figures.get(Agreement.CALIBRATION_ERROR).value(), 1e-12);
  }

  @Test
  void withoutExpertsThereIsNoFigureOfTheirs() {
    Agreement agreement = new Agreement(PAIRS.subList(2, 3), TargetScheme.named("expert-mean"));
    Map<String, Agreement.Figure> figures = agreement.of(new double[] {.5}, null);
    // One pair has no order either.
    assertFalse(figures.containsKey(Agreement.EXPERT_TAU_C), figures.toString());
    assertTrue(figures.isEmpty(), figures.toString());
  }

  @Test
  void intervalsAreDrawnOverPhotos() {
    Agreement agreement = new Agreement(PAIRS, TargetScheme.named("crowd-share"));
    Interval interval =
        agreement
            .of(new double[] {.9, .2, .1}, new Bootstrap(200, 1))
            .get(Agreement.CROWD_TAU_B)
            .interval();
    assertNotNull(interval);
    // The two photos b and c alone are in opposite orders, a with either in the same.
    assertEquals(-1, interval.low(), 1e-9);
    assertEquals(1, interval.high(), 1e-9);
  }

  /**
   * The pair of photo d and a text written for it is out of the crowd's figure: shares 1, 0, 1/3
   * for scores .9, .2, .1 give 1/3 as above. With it, share 1 for a score of .3: ties in the share
   * between a and d; of the other five pairs of rows all but b and c are in the same order: (4 - 1)
   * / sqrt(6 * 5).
   */
  @Test
  void aTextWrittenForThePhotoCountsWhereItIsAskedFor() {
    List<JudgedPair> pairs = new ArrayList<>(PAIRS);
    pairs.add(new JudgedPair("d", "d#0", "its own text", List.of(), 3, 0));
    Map<String, Agreement.Figure> figures =
        new Agreement(pairs, TargetScheme.named("crowd-share"))
            .of(new double[] {.9, .2, .1, .3}, null);
    assertEquals(1 / 3., figures.get(Agreement.CROWD_TAU_B).value(), 1e-12);
    assertEquals(3 / Math.sqrt(30), figures.get(Agreement.CROWD_TAU_B_WITH_OWN).value(), 1e-12);
  }
}
