package dev.ocellus.study.learn;

import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;

/** Rows in LightGBM's memory. */
record LightGbmRows(LGBMDataset dataset) implements AutoCloseable {

  static LightGbmRows of(Dataset train, String parameters) throws LGBMException {
    LightGbm.load();
    LGBMDataset dataset =
        LGBMDataset.createFromMat(
            flat(train.rows(), train.width()), train.size(), train.width(), true, parameters, null);
    float[] targets = new float[train.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) train.targets()[i];
    }
    dataset.setField("label", targets);
    return new LightGbmRows(dataset);
  }

  /** All rows in one array, row by row. */
  static float[] flat(float[][] rows, int width) {
    float[] flat = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * width, width);
    }
    return flat;
  }

  @Override
  public void close() throws LGBMException {
    dataset.close();
  }
}
