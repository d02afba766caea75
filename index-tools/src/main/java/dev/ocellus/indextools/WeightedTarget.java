package dev.ocellus.indextools;

import dev.ocellus.fusion.data.TargetScheme;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A target to learn and its weight among several.
 *
 * @param weight above 0
 */
record WeightedTarget(TargetScheme scheme, double weight) {

  /** Reads {@code NAME} or {@code NAME=WEIGHT}. */
  static final class Converter implements ITypeConverter<WeightedTarget> {
    @Override
    public WeightedTarget convert(String text) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      return new WeightedTarget(
          TargetScheme.named(name), equals < 0 ? 1 : weight(text.substring(equals + 1)));
    }

    private static double weight(String text) {
      try {
        double weight = Double.parseDouble(text);
        if (weight > 0 && weight < Double.POSITIVE_INFINITY) {
          return weight;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw new TypeConversionException("a target's weight must be above 0, got '" + text + "'");
    }
  }
}
