package dev.ocellus.study.features;

import dev.ocellus.fusion.DataException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;

/**
 * Bags of lemmas: each of the most frequent lemmas is a dimension, its count weighted by ln((1 + N)
 * / (1 + n)) + 1, where n of N captions have it, and the vector brought to unit length (the
 * smoothed weights of scikit-learn).
 */
public final class TfIdf {

  private final Analyzer analyzer;
  private final Map<String, Integer> dimensions = new HashMap<>();
  private final float[] idf;

  private TfIdf(Analyzer analyzer, List<String> captions, int most) {
    this.analyzer = analyzer;
    Map<String, Integer> frequency = new TreeMap<>();
    for (String caption : captions) {
      new HashSet<>(Words.of(analyzer, caption)).forEach(w -> frequency.merge(w, 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> kept =
        frequency.entrySet().stream()
            // The sort is stable: words of one frequency stay in alphabetical order.
            .sorted(Comparator.comparing(e -> -e.getValue()))
            .limit(most)
            .toList();
    idf = new float[kept.size()];
    for (Map.Entry<String, Integer> word : kept) {
      idf[dimensions.size()] =
          (float) (Math.log((1.0 + captions.size()) / (1 + word.getValue())) + 1);
      dimensions.put(word.getKey(), dimensions.size());
    }
  }

  /**
   * Counts the lemmas of captions.
   *
   * @param analyzer makes lemmas of texts
   * @param most dimensions at most
   * @throws DataException if the captions have no word
   */
  public static TextVectors fit(Analyzer analyzer, List<String> captions, int most) {
    TfIdf tfIdf = new TfIdf(analyzer, captions, most);
    if (tfIdf.idf.length == 0) {
      throw new DataException("TF-IDF needs captions with words, got " + captions.size());
    }
    String identity = "tfidf %d %s".formatted(most, VectorStore.hash(captions));
    return new TextVectors(identity, texts -> texts.stream().map(tfIdf::vector).toList());
  }

  private float[] vector(String text) {
    float[] vector = new float[idf.length];
    for (String word : Words.of(analyzer, text)) {
      Integer dimension = dimensions.get(word);
      if (dimension != null) {
        vector[dimension] += idf[dimension];
      }
    }
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    for (int i = 0; square > 0 && i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }
}
