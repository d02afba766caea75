package dev.ocellus.indextools;

import dev.ocellus.lucene.Signal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a signal's name. */
final class SignalConverter implements ITypeConverter<Signal> {

  @Override
  public Signal convert(String name) {
    return Arrays.stream(Signal.values())
        .filter(signal -> signal.key().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("unknown signal " + name + ", known: " + names()));
  }

  static String names() {
    return Arrays.stream(Signal.values()).map(Signal::key).collect(Collectors.joining(", "));
  }
}
