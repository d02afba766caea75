package dev.ocellus.opensearch.mapper;

import org.opensearch.index.mapper.FieldMapper.CopyTo;
import org.opensearch.index.mapper.FieldMapper.MultiFields;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.ParseContext;

/** Fields whose value stands for itself: read once, and no more than one of them in a document. */
final class SingleValues {

  private SingleValues() {}

  /**
   * @throws MapperParsingException if a mapping wants the value in other fields too
   */
  static void check(String name, String type, MultiFields.Builder fields, CopyTo.Builder copyTo) {
    if (!fields.getMapperBuilders().isEmpty() || !copyTo.build().copyToFields().isEmpty()) {
      throw new MapperParsingException(
          "field [%s] of type [%s] can have neither [fields] nor [copy_to]".formatted(name, type));
    }
  }

  /**
   * @throws IllegalArgumentException if the document has a value in this field
   */
  static void checkFirst(String name, ParseContext context) {
    if (context.doc().getField(name) != null) {
      throw new IllegalArgumentException(
          "a document has one value here; several go into nested objects, one each");
    }
  }

  /** OpenSearch's own error, without the value itself, which is thousands of characters long. */
  static MapperParsingException failure(
      String name, String type, ParseContext context, Exception cause) {
    return new MapperParsingException(
        "failed to parse field [{}] of type [{}] in document with id '{}'",
        cause,
        name,
        type,
        context.sourceToParse().id());
  }
}
