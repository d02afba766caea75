package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutOfFoldTest {

  /** Knows a photo, numbered in the feature vector, if it learned from it. */
  private record Memory(List<Float> seen) implements FusionModel {
    static Memory of(TrainingPairs pairs) {
      List<Float> seen = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        seen.add(pairs.feature(i, Feature.IMAGE_COSINE));
      }
      return new Memory(seen);
    }

    @Override
    public float score(float[] features) {
      return seen.contains(features[Feature.IMAGE_COSINE.ordinal()]) ? 1 : 0;
    }

    @Override
    public String name() {
      return "memory";
    }
  }

  @Test
  void noModelHasSeenThePhotoThatItScores() {
    TrainingPairs.Builder learned = new TrainingPairs.Builder();
    List<float[]> asked = new ArrayList<>();
    List<String> photos = new ArrayList<>();
    for (int photo = 0; photo < 7; photo++) {
      for (int pair = 0; pair < 3; pair++) {
        float[] row = new float[Feature.values().length];
        row[Feature.IMAGE_COSINE.ordinal()] = photo;
        asked.add(row);
        photos.add("photo" + photo);
        if (pair < 2) {
          learned.add(row, 1, "photo" + photo, 1);
        }
      }
    }
    List<Long> progress = new ArrayList<>();
    double[] scores =
        OutOfFold.scores(Memory::of, learned.build(), asked, photos, 3, 1, progress::add);
    for (double score : scores) {
      assertEquals(0, score);
    }
    assertEquals(21, scores.length);
    assertEquals(List.of(1L, 2L, 3L), progress);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            OutOfFold.scores(
                Memory::of,
                learned.build(),
                asked.subList(0, 12),
                photos.subList(0, 12),
                2,
                1,
                done -> {}));
  }
}
