package dev.ocellus.opensearch.mapper;

import java.util.List;
import java.util.function.Function;
import org.opensearch.index.mapper.FieldMapper;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.ParametrizedFieldMapper.Parameter;

/**
 * A vector field's mapping. Dimension, similarity and model are for good; how vectors are written
 * may be changed and holds for what is written from then on.
 */
public final class VectorFieldBuilder extends SingleValueBuilder {

  private final Parameter<String> similarity =
      Parameter.restrictedStringParam(
          "similarity", false, of(parameters -> parameters.similarity().key()), Similarity.keys());
  private final Parameter<String> quantization =
      Parameter.restrictedStringParam(
          "quantization",
          true,
          of(parameters -> parameters.quantization().key()),
          Quantization.keys());
  private final Parameter<Integer> m =
      Parameter.intParam("m", true, of(VectorParameters::m), VectorParameters.DEFAULT_M);
  private final Parameter<Integer> efConstruction =
      Parameter.intParam(
          "ef_construction",
          true,
          of(VectorParameters::efConstruction),
          VectorParameters.DEFAULT_EF);
  private final Parameter<String> model =
      Parameter.stringParam("model", false, of(VectorParameters::model), "");

  VectorFieldBuilder(String name) {
    super(name, VectorFieldMapper.TYPE, of(VectorParameters::dimension));
  }

  private static <T> Function<FieldMapper, T> of(Function<VectorParameters, T> parameter) {
    return mapper -> parameter.apply(((VectorFieldMapper) mapper).fieldType().parameters());
  }

  @Override
  protected List<Parameter<?>> getParameters() {
    return List.of(dimension, similarity, quantization, m, efConstruction, model, meta);
  }

  @Override
  public VectorFieldMapper build(Mapper.BuilderContext context) {
    check();
    range("m", m, 2, VectorParameters.GREATEST_M);
    range("ef_construction", efConstruction, m.getValue(), VectorParameters.GREATEST_EF);
    VectorParameters parameters =
        new VectorParameters(
            dimension.getValue(),
            Similarity.of(similarity.getValue()),
            Quantization.of(quantization.getValue()),
            m.getValue(),
            efConstruction.getValue(),
            model.getValue());
    return new VectorFieldMapper(
        name, new VectorFieldType(buildFullName(context), parameters, meta.getValue()));
  }
}
