package dev.ocellus.indextools;

import dev.ocellus.encode.Device;
import dev.ocellus.encode.ModelException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what computes: cpu, cuda or cuda:N. */
final class DeviceConverter implements ITypeConverter<Device> {

  @Override
  public Device convert(String text) {
    try {
      return Device.parse(text);
    } catch (ModelException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
