package dev.ocellus.study.learn;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Arrays;

/** Trees in LightGBM's memory. */
record Trees(LGBMBooster booster, int width) implements Predictor {

  @Override
  public double[] predict(float[][] rows) {
    if (rows.length == 0) {
      return new double[0];
    }
    try {
      double[] scores =
          booster.predictForMat(
              LightGbmRows.flat(rows, width),
              rows.length,
              width,
              true,
              PredictionType.C_API_PREDICT_NORMAL,
              "num_threads=1");
      return Arrays.stream(scores).map(Predictor::clamp).toArray();
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      booster.close();
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM failed: " + e.getMessage(), e);
    }
  }
}
