package dev.ocellus.opensearch.codec;

import dev.ocellus.opensearch.mapper.VectorFieldType;
import dev.ocellus.opensearch.mapper.VectorParameters;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.opensearch.index.mapper.MapperService;

/** Each field's vectors as its mapping says, those of other plugins' types as the engine does. */
final class MappedVectorsFormat extends PerFieldKnnVectorsFormat {

  /**
   * Segments of up to n vectors, n below this times ln n, some 9,000, get no graph: reading all is
   * as fast, misses nothing and saves the building.
   */
  private static final int TINY_SEGMENT = 1000;

  private static final int MERGE_THREADS = 1;

  private final MapperService mappings;
  private final KnnVectorsFormat engines;

  /** Fields that are written alike share files. */
  private final Map<VectorParameters, KnnVectorsFormat> formats = new ConcurrentHashMap<>();

  MappedVectorsFormat(MapperService mappings, KnnVectorsFormat engines) {
    this.mappings = mappings;
    this.engines = engines;
  }

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    if (mappings.fieldType(field) instanceof VectorFieldType type) {
      return formats.computeIfAbsent(type.parameters(), MappedVectorsFormat::format);
    }
    return engines instanceof PerFieldKnnVectorsFormat perField
        ? perField.getKnnVectorsFormatForField(field)
        : engines;
  }

  private static KnnVectorsFormat format(VectorParameters parameters) {
    ScalarEncoding encoding = parameters.quantization().encoding();
    int m = parameters.m();
    int ef = parameters.efConstruction();
    return new LongVectorsFormat(
        encoding == null
            ? new Lucene99HnswVectorsFormat(m, ef, MERGE_THREADS, null, TINY_SEGMENT)
            : new Lucene104HnswScalarQuantizedVectorsFormat(
                encoding, m, ef, MERGE_THREADS, null, TINY_SEGMENT));
  }

  /** A format of Lucene's under its own name, for more dimensions than Lucene lets pass. */
  private static final class LongVectorsFormat extends KnnVectorsFormat {

    private final KnnVectorsFormat lucenes;

    LongVectorsFormat(KnnVectorsFormat lucenes) {
      super(lucenes.getName());
      this.lucenes = lucenes;
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
      return lucenes.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
      return lucenes.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String field) {
      return VectorParameters.MOST_DIMENSIONS;
    }

    @Override
    public String toString() {
      return lucenes.toString();
    }
  }
}
