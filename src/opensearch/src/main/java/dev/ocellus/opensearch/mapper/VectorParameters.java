package dev.ocellus.opensearch.mapper;

import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;

/**
 * What a mapping says of a vector field.
 *
 * @param dimension of every vector, 1 to {@link #MOST_DIMENSIONS}
 * @param similarity by which the graph is built
 * @param quantization of the copy that is searched
 * @param m neighbours of a vector in the graph, 2 to {@link #GREATEST_M}: more find better, and
 *     take memory
 * @param efConstruction neighbours looked at for those, m to {@link #GREATEST_EF}: more find
 *     better, and index slower
 * @param model id of the encoder that makes the vectors; empty: not said
 */
public record VectorParameters(
    int dimension,
    Similarity similarity,
    Quantization quantization,
    int m,
    int efConstruction,
    String model) {

  /** More than any encoder gives that is known to run here. */
  public static final int MOST_DIMENSIONS = 4096;

  /** Lucene's limit. */
  public static final int GREATEST_M = 512;

  /** Lucene's limit. */
  public static final int GREATEST_EF = 3200;

  static final int DEFAULT_M = Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN;
  static final int DEFAULT_EF = Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH;

  FieldType luceneType() {
    FieldType type = KnnFloatVectorField.createFieldType(dimension, similarity.function());
    type.freeze();
    return type;
  }
}
