package dev.ocellus.study.features;

import dev.ocellus.fusion.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Word vectors as text: a word and its numbers on every line, separated by spaces. word2vec and
 * fastText write a header, number of words and dimension; GloVe none.
 */
final class WordVectorFile {

  private WordVectorFile() {}

  /**
   * Reads a file whole.
   *
   * @throws DataException naming file and line, if a line does not fit or there is none
   */
  static Map<String, float[]> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          file + ": no such file; word vectors are a text file of word2vec or GloVe");
    }
    Map<String, float[]> vectors = new HashMap<>();
    int dimension = -1;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String[] fields = line.stripTrailing().split(" ");
        if (number == 1 && isHeader(fields)) {
          dimension = Integer.parseInt(fields[1]);
          continue;
        }
        if (line.isBlank()) {
          continue;
        }
        dimension = dimension < 0 ? fields.length - 1 : dimension;
        float[] vector = vector(file, number, fields, dimension);
        // GloVe has a few words with spaces inside.
        String word = String.join(" ", Arrays.copyOf(fields, fields.length - dimension));
        vectors.putIfAbsent(word, vector);
      }
    } catch (MalformedInputException e) {
      throw new DataException(file + ": not UTF-8 text; word2vec's binary format is not read", e);
    }
    if (vectors.isEmpty()) {
      throw new DataException(file + ": no word vectors; a line is a word and its numbers");
    }
    return vectors;
  }

  private static boolean isHeader(String[] fields) {
    return fields.length == 2 && fields[0].matches("\\d+") && fields[1].matches("[1-9]\\d{0,5}");
  }

  private static float[] vector(Path file, int line, String[] fields, int dimension) {
    if (dimension < 1 || fields.length <= dimension) {
      throw new DataException(
          "%s:%d: %d fields; a word and %s numbers are needed"
              .formatted(file, line, fields.length, dimension < 1 ? "some" : dimension));
    }
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      String field = fields[fields.length - dimension + i];
      try {
        vector[i] = Float.parseFloat(field);
      } catch (NumberFormatException e) {
        vector[i] = Float.NaN;
      }
      if (!Float.isFinite(vector[i])) {
        throw new DataException("%s:%d: '%s' is no finite number".formatted(file, line, field));
      }
    }
    return vector;
  }
}
