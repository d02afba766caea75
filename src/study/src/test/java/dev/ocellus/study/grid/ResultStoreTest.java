package dev.ocellus.study.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.ocellus.study.learn.Dataset;
import dev.ocellus.study.learn.Learner;
import dev.ocellus.study.learn.Learners;
import dev.ocellus.study.learn.Predictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a study counts for the learners that it was made by. */
class ResultStoreTest {

  @TempDir private Path temp;

  /** A learner as a newer version may have it: of the same name. */
  private record Changed(Learner before) implements Learner {

    @Override
    public String name() {
      return before.name();
    }

    @Override
    public String settings() {
      return before.settings().replaceFirst("0\\.3", "0.4");
    }

    @Override
    public Predictor fit(Dataset train) {
      return before.fit(train);
    }
  }

  private static Grid.Experiment experiment(Learner learner) {
    FeatureSet features = FeatureSet.FUSION;
    return new Grid.Experiment(
        new Cell(features.name(), learner.name(), "expert-mean"), features, learner);
  }

  private static CellResult result(Cell cell) {
    return new CellResult(
        cell,
        new int[0],
        new double[0],
        new double[0],
        new int[0],
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        12.5);
  }

  @Test
  void aLearnerOfOtherSettingsIsFittedAnew() throws IOException {
    ResultStore store = new ResultStore(temp);
    for (String name : List.of("ridge", "forest", "gbt", "mlp")) {
      Learner learner = Learners.named(name);
      Changed changed = new Changed(learner);
      assertNotEquals(learner.settings(), changed.settings());
      store.keep(experiment(learner), result(experiment(learner).cell()));
      assertEquals(12.5, store.find(experiment(learner)).orElseThrow().seconds(), name);
      assertEquals(Optional.empty(), store.find(experiment(changed)), name);
    }
  }
}
