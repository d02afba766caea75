package dev.ocellus.study.features;

import dev.ocellus.fusion.Feature;
import java.util.List;

/**
 * The features of the fusion, made by an index. What is missing (captions of a photo without any)
 * is 0: learners take finite numbers alone.
 *
 * @param byText for each text the features of all photos, one after the other
 */
public record FusionTable(List<float[]> byText) implements PairFeatures {

  @Override
  public boolean[] similarities() {
    Feature[] features = Feature.values();
    boolean[] similarities = new boolean[features.length];
    for (Feature feature : features) {
      similarities[feature.ordinal()] = feature.isSimilarity();
    }
    return similarities;
  }

  @Override
  public float[] of(int photo, int text) {
    int width = Feature.values().length;
    float[] row = new float[width];
    for (int i = 0; i < width; i++) {
      float value = byText.get(text)[photo * width + i];
      row[i] = Float.isNaN(value) ? 0 : value;
    }
    return row;
  }
}
