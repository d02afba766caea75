package dev.ocellus.opensearch.mapper;

import java.util.List;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.ParametrizedFieldMapper.Parameter;

/** The mapping of a field of tokens' vectors. */
final class TokensFieldBuilder extends SingleValueBuilder {

  TokensFieldBuilder(String name) {
    super(
        name,
        TokensFieldMapper.TYPE,
        mapper -> ((TokensFieldMapper) mapper).fieldType().dimension());
  }

  @Override
  protected List<Parameter<?>> getParameters() {
    return List.of(dimension, meta);
  }

  @Override
  public TokensFieldMapper build(Mapper.BuilderContext context) {
    check();
    return new TokensFieldMapper(
        name, new TokensFieldType(buildFullName(context), dimension.getValue(), meta.getValue()));
  }
}
