package dev.ocellus.indextools;

import dev.ocellus.indextools.json.EvaluationAnswer;
import dev.ocellus.lucene.evaluate.EvaluationReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of what an evaluation shows: a signal, a fusion of them, or all. */
final class EvaluatedSignal implements ITypeConverter<String> {

  private static final List<String> NAMES =
      Stream.concat(EvaluationReport.SIGNALS.stream(), Stream.of(EvaluationAnswer.ALL)).toList();

  @Override
  public String convert(String name) {
    var key = name.toLowerCase(Locale.ROOT);
    if (!NAMES.contains(key)) {
      throw new TypeConversionException(
          "unknown signal " + name + ", known: " + String.join(", ", NAMES));
    }
    return key;
  }
}
