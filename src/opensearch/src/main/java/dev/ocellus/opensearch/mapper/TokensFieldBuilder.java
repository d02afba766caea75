package dev.ocellus.opensearch.mapper;

import java.util.List;
import java.util.Map;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParametrizedFieldMapper.Parameter;

/** The mapping of a field of tokens' vectors. */
final class TokensFieldBuilder extends ParametrizedFieldMapper.Builder {

  private final Parameter<Integer> dimension =
      Parameter.intParam(
          "dimension", false, mapper -> ((TokensFieldMapper) mapper).fieldType().dimension(), 0);
  private final Parameter<Map<String, String>> meta = Parameter.metaParam();

  TokensFieldBuilder(String name) {
    super(name);
    dimension.alwaysSerialize();
  }

  @Override
  protected List<Parameter<?>> getParameters() {
    return List.of(dimension, meta);
  }

  @Override
  public TokensFieldMapper build(Mapper.BuilderContext context) {
    SingleValues.check(name, TokensFieldMapper.TYPE, multiFieldsBuilder, copyTo);
    int value = dimension.getValue();
    if (value < 1 || value > VectorParameters.MOST_DIMENSIONS) {
      throw new MapperParsingException(
          "field [%s] of type [%s] has [dimension] %s, it must be from 1 to %d"
              .formatted(
                  name,
                  TokensFieldMapper.TYPE,
                  dimension.isConfigured() ? String.valueOf(value) : "missing",
                  VectorParameters.MOST_DIMENSIONS));
    }
    return new TokensFieldMapper(
        name, new TokensFieldType(buildFullName(context), value, meta.getValue()));
  }
}
