package dev.ocellus.lucene.index;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * How photos are written. Vectors are searched by one byte a dimension and kept as floats beside,
 * from which the features are computed. Segments of up to some 9,000 vectors, n < 1000 ln n, get no
 * graph: for a window of 200 candidates reading them all is as fast as a walk through the graph,
 * misses nothing, and indexing saves the building.
 */
public final class PhotoCodec extends Lucene104Codec {

  private static final int TINY_SEGMENT = 1000;

  private final KnnVectorsFormat vectors =
      new Lucene104HnswScalarQuantizedVectorsFormat(
          ScalarEncoding.UNSIGNED_BYTE,
          Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
          Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
          1,
          null,
          TINY_SEGMENT);

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return vectors;
  }
}
