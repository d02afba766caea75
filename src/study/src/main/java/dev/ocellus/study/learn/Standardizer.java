package dev.ocellus.study.learn;

import java.util.Arrays;

/** Brings every feature to mean 0 and deviation 1 on the training rows. */
final class Standardizer {

  private final double[] mean;
  private final double[] scale;

  private Standardizer(double[] mean, double[] scale) {
    this.mean = mean;
    this.scale = scale;
  }

  static Standardizer of(Dataset train) {
    double[] mean = new double[train.width()];
    double[] scale = new double[train.width()];
    for (float[] row : train.rows()) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += (double) row[j] / train.size();
      }
    }
    for (float[] row : train.rows()) {
      for (int j = 0; j < mean.length; j++) {
        double d = row[j] - mean[j];
        scale[j] += d * d / train.size();
      }
    }
    // A feature that is constant in training says nothing, whatever it is later.
    Arrays.setAll(scale, j -> scale[j] > 1e-12 ? 1 / Math.sqrt(scale[j]) : 0);
    return new Standardizer(mean, scale);
  }

  /** All rows in one array, row by row. */
  float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * mean.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        flat[i * mean.length + j] = (float) ((rows[i][j] - mean[j]) * scale[j]);
      }
    }
    return flat;
  }
}
