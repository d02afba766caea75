package dev.ocellus.study.features;

import dev.ocellus.fusion.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A text as the mean of its words' vectors; words without one are passed over. */
public final class WordVectors {

  private final Map<String, float[]> vectors;
  private final int dimension;

  private WordVectors(Map<String, float[]> vectors) {
    this.vectors = vectors;
    this.dimension = vectors.values().iterator().next().length;
  }

  /**
   * Skip-gram vectors of captions, by fastText; trained when the first text is encoded.
   *
   * @param dimension of the vectors
   * @throws DataException if the captions have no word
   */
  public static TextVectors train(List<String> captions, int dimension) {
    List<List<String>> words = captions.stream().map(c -> Words.of(Words.PLAIN, c)).toList();
    if (words.stream().allMatch(List::isEmpty)) {
      throw new DataException("word vectors need captions with words, got " + captions.size());
    }
    return new TextVectors(
        "skip-gram %d %s".formatted(dimension, VectorStore.hash(captions)),
        texts -> new WordVectors(FastText.train(words, dimension)).means(texts));
  }

  /**
   * Reads vectors from a text file of word2vec or GloVe.
   *
   * @throws DataException naming file and line, if it is none
   */
  public static TextVectors read(Path file) throws IOException {
    WordVectors read = new WordVectors(WordVectorFile.read(file));
    return new TextVectors(
        "%s %d words, %d bytes"
            .formatted(file.toAbsolutePath(), read.vectors.size(), file.toFile().length()),
        read::means);
  }

  private List<float[]> means(List<String> texts) {
    return texts.stream().map(this::mean).toList();
  }

  private float[] mean(String text) {
    float[] mean = new float[dimension];
    int known = 0;
    for (String word : Words.of(Words.PLAIN, text)) {
      float[] vector = vectors.get(word);
      if (vector != null) {
        known++;
        for (int i = 0; i < dimension; i++) {
          mean[i] += vector[i];
        }
      }
    }
    for (int i = 0; known > 0 && i < dimension; i++) {
      mean[i] /= known;
    }
    return mean;
  }
}
