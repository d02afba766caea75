package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Likeness;
import dev.ocellus.fusion.training.LikenessTrainer.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTrainerTest {

  private static final long SEED = 5;

  /** Votes at two cosines alone: a line through both log-odds fits them to the letter. */
  @Test
  void twoGroupsOfVotesAreFittedExactly() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      // 1 of 5 at cosine 0, 4 of 5 at cosine 1: log-odds -ln 4 and ln 4.
      pairs.add(new Pair("a" + i, "b" + i, 0, .2, 5));
      pairs.add(new Pair("a" + i, "c" + i, 1, .8, 5));
    }
    Likeness likeness = new LikenessTrainer(3, SEED).train(pairs, "by hand");
    assertEquals(2 * Math.log(4), likeness.slope(), 1e-6);
    assertEquals(-Math.log(4), likeness.intercept(), 1e-6);
    assertEquals(600, likeness.judgments());
    assertEquals(0, likeness.calibrationError(), 1e-6);
  }

  @Test
  void whatVotesWereDrawnFromIsFound() {
    Random random = new Random(SEED);
    Likeness truth = new Likeness(6, -4, "", 0, 0);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double cosine = random.nextDouble(-.2, 1);
      double vote = random.nextDouble() < truth.probability(cosine) ? 1 : 0;
      pairs.add(new Pair("p" + random.nextInt(100), "q" + random.nextInt(100), cosine, vote, 1));
    }
    Likeness likeness = new LikenessTrainer(5, SEED).train(pairs, "drawn");
    assertEquals(truth.slope(), likeness.slope(), .3, "seed " + SEED);
    assertEquals(truth.intercept(), likeness.intercept(), .2, "seed " + SEED);
    assertTrue(likeness.calibrationError() < .03, likeness.toString());
  }

  @Test
  void tooLittleToFitIsTheDefault() {
    LikenessTrainer trainer = new LikenessTrainer(2, SEED);
    assertEquals(Likeness.DEFAULT, trainer.train(List.of(), "nothing"));
    List<Pair> allFit = new ArrayList<>();
    List<Pair> contrary = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      allFit.add(new Pair("a" + i, "b" + i, i / 200., 1, 1));
      contrary.add(new Pair("a" + i % 5, "b" + i % 7, i / 200., 1 - i / 200., 1));
    }
    assertEquals(Likeness.DEFAULT, trainer.train(allFit, "one side"));
    assertEquals(Likeness.DEFAULT, trainer.train(contrary, "falling"));
  }
}
