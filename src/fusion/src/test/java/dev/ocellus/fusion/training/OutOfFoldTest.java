package dev.ocellus.fusion.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    TrainingPairs all = learned.build();
    List<Long> progress = new ArrayList<>();
    double[] scores =
        OutOfFold.scores(
            seen -> Memory.of(all.select(i -> seen.test(all.group(i)))),
            asked,
            photos,
            3,
            1,
            progress::add);
    for (double score : scores) {
      assertEquals(0, score);
    }
    assertEquals(21, scores.length);
    assertEquals(List.of(1L, 2L, 3L), progress);
  }

  @Test
  void aPhotoThatIsNotAskedForMayBeSeenInEveryFold() {
    List<float[]> asked = List.of(new float[0], new float[0]);
    List<Boolean> seen = new ArrayList<>();
    OutOfFold.scores(
        photos -> {
          seen.add(photos.test("elsewhere"));
          return Memory.of(new TrainingPairs.Builder().build());
        },
        asked.stream().map(row -> new float[Feature.values().length]).toList(),
        List.of("a", "b"),
        2,
        1,
        done -> {});
    assertEquals(List.of(true, true), seen);
  }
}
