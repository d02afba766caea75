package dev.ocellus.opensearch.mapper;

import java.util.Map;
import java.util.function.Function;
import org.opensearch.index.mapper.FieldMapper;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParametrizedFieldMapper.Parameter;

/** The mapping of such a field, of vectors of a dimension that has to be said. */
abstract class SingleValueBuilder extends ParametrizedFieldMapper.Builder {

  /** No dimension. */
  private static final int NONE = 0;

  final Parameter<Integer> dimension;
  final Parameter<Map<String, String>> meta = Parameter.metaParam();
  private final String type;

  SingleValueBuilder(String name, String type, Function<FieldMapper, Integer> dimensionOf) {
    super(name);
    this.type = type;
    this.dimension = Parameter.intParam("dimension", false, dimensionOf, NONE);
    dimension.alwaysSerialize();
  }

  /**
   * @throws MapperParsingException if the dimension is none, or if the mapping wants the value in
   *     other fields too
   */
  final void check() {
    if (!multiFieldsBuilder.getMapperBuilders().isEmpty()
        || !copyTo.build().copyToFields().isEmpty()) {
      throw new MapperParsingException(
          "field [%s] of type [%s] can have neither [fields] nor [copy_to]".formatted(name, type));
    }
    range("dimension", dimension, 1, VectorParameters.MOST_DIMENSIONS);
  }

  /**
   * @throws MapperParsingException if a parameter is below or above its bounds
   */
  final void range(String key, Parameter<Integer> parameter, int least, int most) {
    int value = parameter.getValue();
    if (value < least || value > most) {
      throw new MapperParsingException(
          "field [%s] of type [%s] has [%s] %s, it must be from %d to %d"
              .formatted(
                  name,
                  type,
                  key,
                  value == NONE && !parameter.isConfigured() ? "missing" : String.valueOf(value),
                  least,
                  most));
    }
  }
}
