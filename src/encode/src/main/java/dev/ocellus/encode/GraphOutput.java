package dev.ocellus.encode;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One of the tensors that a run of a graph gave.
 *
 * @param name of the graph and the output, for messages
 */
record GraphOutput(String name, long[] shape, FloatBuffer numbers) {

  /**
   * The rows of a tensor [rows, dimension].
   *
   * @throws ModelException if it has another shape
   */
  List<float[]> rows(int rows, int dimension) {
    requireShape(rows, dimension);
    List<float[]> vectors = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      vectors.add(vector(row, dimension));
    }
    return vectors;
  }

  /** The same as unit vectors. */
  List<float[]> unitRows(int rows, int dimension) {
    List<float[]> vectors = rows(rows, dimension);
    vectors.replaceAll(this::normalized);
    return vectors;
  }

  /**
   * The rows of a tensor [rows, dimension], or of a tensor [rows, dimension, height, width] the
   * averages over height and width.
   *
   * @throws ModelException if it has another shape
   */
  List<float[]> averages(int rows) {
    if (shape.length == 2) {
      return rows(rows, Math.toIntExact(shape[1]));
    }
    if (shape.length != 4 || shape[0] != rows) {
      throw new ModelException(
          "%s has shape %s, expected [%d, features] or [%d, features, height, width]"
              .formatted(name, Arrays.toString(shape), rows, rows));
    }
    int places = Math.toIntExact(shape[2] * shape[3]);
    List<float[]> vectors = new ArrayList<>(rows);
    for (int row = 0, at = 0; row < rows; row++) {
      float[] vector = new float[Math.toIntExact(shape[1])];
      for (int i = 0; i < vector.length; i++) {
        double sum = 0;
        for (int place = 0; place < places; place++) {
          sum += numbers.get(at++);
        }
        vector[i] = (float) (sum / places);
      }
      vectors.add(vector);
    }
    return vectors;
  }

  /** The mean of some neighbouring vectors of one row of a tensor [rows, length, dimension]. */
  float[] mean(int row, int first, int count, int rows, int length, int dimension) {
    requireShape(rows, length, dimension);
    float[] mean = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      double sum = 0;
      for (int token = first; token < first + count; token++) {
        sum += numbers.get((row * length + token) * dimension + i);
      }
      mean[i] = (float) (sum / count);
    }
    return mean;
  }

  /**
   * Some vectors of one row of a tensor [rows, length, dimension].
   *
   * @param positions which, along the second axis
   */
  float[][] vectors(int row, int[] positions, int rows, int length, int dimension) {
    requireShape(rows, length, dimension);
    float[][] vectors = new float[positions.length][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = vector(row * length + positions[i], dimension);
    }
    return vectors;
  }

  private float[] vector(int index, int dimension) {
    float[] vector = new float[dimension];
    numbers.get(index * dimension, vector);
    return vector;
  }

  void requireShape(long... expected) {
    if (!Arrays.equals(shape, expected)) {
      throw new ModelException(
          "%s has shape %s, expected %s"
              .formatted(name, Arrays.toString(shape), Arrays.toString(expected)));
    }
  }

  /** The same vector, brought to unit length in place. */
  float[] normalized(float[] vector) {
    double squares = 0;
    for (float v : vector) {
      squares += (double) v * v;
    }
    double norm = Math.sqrt(squares);
    if (!(norm > 0) || Double.isInfinite(norm)) {
      throw new ModelException(name + " gave a vector of length " + norm);
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / norm);
    }
    return vector;
  }
}
