package dev.ocellus.opensearch.mapper;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.index.mapper.ArraySourceValueFetcher;
import org.opensearch.index.mapper.ValueFetcher;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.search.lookup.SearchLookup;

/** A vector field as queries see it. */
public final class VectorFieldType extends SingleValueType {

  private final VectorParameters parameters;

  VectorFieldType(String name, VectorParameters parameters, Map<String, String> meta) {
    super(name, VectorFieldMapper.TYPE, true, false, meta);
    this.parameters = parameters;
  }

  /** What its mapping says. */
  public VectorParameters parameters() {
    return parameters;
  }

  /** The vector as the document has it: numbers or base64. */
  @Override
  public ValueFetcher valueFetcher(
      QueryShardContext context, SearchLookup lookup, @Nullable String format) {
    if (format != null) {
      throw new IllegalArgumentException(
          "Field [%s] of type [%s] does not support formats.".formatted(name(), typeName()));
    }
    return new ArraySourceValueFetcher(name(), context) {
      @Override
      protected Object parseSourceValue(Object value) {
        return value;
      }
    };
  }

  @Override
  String insteadOfTerms() {
    return "holds vectors, which have no terms: search it by an [ocellus] query, or ask by [exists]"
        + " which documents have one";
  }
}
