package dev.ocellus.indextools.models;

import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a model's id from the command line. */
final class ModelIdConverter implements ITypeConverter<ModelId> {

  @Override
  public ModelId convert(String value) {
    try {
      return ModelId.of(value);
    } catch (ModelException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
