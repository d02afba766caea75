package dev.ocellus.study.features;

import java.util.List;
import java.util.function.BinaryOperator;

/** Rows made of a photo's and a text's vector. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record VectorPairs(
    List<float[]> photos,
    List<float[]> texts,
    boolean[] similarities,
    BinaryOperator<float[]> combination)
    implements PairFeatures {

  @Override
  public float[] of(int photo, int text) {
    return combination.apply(photos.get(photo), texts.get(text));
  }
}
