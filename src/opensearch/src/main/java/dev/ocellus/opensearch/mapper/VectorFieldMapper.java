package dev.ocellus.opensearch.mapper;

import java.io.IOException;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.opensearch.core.xcontent.XContentParser;

/**
 * Field type {@value #TYPE}: one vector a document, an array of numbers or base64, into Lucene's
 * own vector field.
 */
public final class VectorFieldMapper extends SingleValueMapper {

  /** Its name in mappings. */
  public static final String TYPE = "ocellus_vector";

  private final VectorFieldType type;
  private final FieldType luceneType;
  private final VectorReader reader;

  VectorFieldMapper(String simpleName, VectorFieldType type) {
    super(simpleName, type);
    this.type = type;
    this.luceneType = type.parameters().luceneType();
    this.reader = new VectorReader(type.parameters());
  }

  @Override
  public VectorFieldType fieldType() {
    return type;
  }

  @Override
  public boolean parsesArrayValue() {
    return true;
  }

  @Override
  IndexableField read(XContentParser parser) throws IOException {
    return new KnnFloatVectorField(name(), reader.read(parser), luceneType);
  }

  @Override
  public Builder getMergeBuilder() {
    return new VectorFieldBuilder(simpleName()).init(this);
  }
}
