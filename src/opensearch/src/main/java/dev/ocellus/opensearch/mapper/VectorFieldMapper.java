package dev.ocellus.opensearch.mapper;

import java.io.IOException;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;

/**
 * Field type {@value #TYPE}: one vector a document, an array of numbers or base64, into Lucene's
 * own vector field.
 */
public final class VectorFieldMapper extends ParametrizedFieldMapper {

  /** Its name in mappings. */
  public static final String TYPE = "ocellus_vector";

  private final VectorFieldType type;
  private final FieldType luceneType;
  private final VectorReader reader;

  VectorFieldMapper(String simpleName, VectorFieldType type) {
    super(simpleName, type, MultiFields.empty(), CopyTo.empty());
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
  public void parse(ParseContext context) throws IOException {
    try {
      parseCreateField(context);
    } catch (IllegalArgumentException e) {
      throw SingleValues.failure(name(), TYPE, context, e);
    }
  }

  @Override
  protected void parseCreateField(ParseContext context) throws IOException {
    if (context.parser().currentToken() == Token.VALUE_NULL) {
      return;
    }
    SingleValues.checkFirst(name(), context);
    float[] vector = reader.read(context.parser());
    context.doc().add(new KnnFloatVectorField(name(), vector, luceneType));
  }

  @Override
  public Builder getMergeBuilder() {
    return new VectorFieldBuilder(simpleName()).init(this);
  }

  @Override
  protected String contentType() {
    return TYPE;
  }
}
