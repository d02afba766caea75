package dev.ocellus.opensearch.mapper;

import java.io.IOException;
import org.apache.lucene.index.IndexableField;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;

/** A field whose value stands for itself: read once, and no more than one of them in a document. */
abstract class SingleValueMapper extends ParametrizedFieldMapper {

  SingleValueMapper(String simpleName, SingleValueType type) {
    super(simpleName, type, MultiFields.empty(), CopyTo.empty());
  }

  /**
   * Lucene's field of the value that the parser is at.
   *
   * @throws IllegalArgumentException if it is no value of this field
   */
  abstract IndexableField read(XContentParser parser) throws IOException;

  @Override
  public final void parse(ParseContext context) throws IOException {
    try {
      parseCreateField(context);
    } catch (IllegalArgumentException e) {
      // OpenSearch's own error, without the value itself, which is thousands of characters long.
      throw new MapperParsingException(
          "failed to parse field [{}] of type [{}] in document with id '{}'",
          e,
          name(),
          contentType(),
          context.sourceToParse().id());
    }
  }

  @Override
  protected final void parseCreateField(ParseContext context) throws IOException {
    if (context.parser().currentToken() == Token.VALUE_NULL) {
      return;
    }
    if (context.doc().getField(name()) != null) {
      throw new IllegalArgumentException(
          "a document has one value here; several go into nested objects, one each");
    }
    context.doc().add(read(context.parser()));
  }

  @Override
  protected final String contentType() {
    return fieldType().typeName();
  }
}
