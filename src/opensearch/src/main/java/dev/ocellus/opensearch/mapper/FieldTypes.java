package dev.ocellus.opensearch.mapper;

import java.util.Map;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.ParametrizedFieldMapper.TypeParser;

/** The field types that the plugin brings. */
public final class FieldTypes {

  private FieldTypes() {}

  /** What reads a field's mapping, by the type that the mapping names. */
  public static Map<String, Mapper.TypeParser> parsers() {
    return Map.of(
        VectorFieldMapper.TYPE, new TypeParser((name, context) -> new VectorFieldBuilder(name)),
        TokensFieldMapper.TYPE, new TypeParser((name, context) -> new TokensFieldBuilder(name)));
  }
}
