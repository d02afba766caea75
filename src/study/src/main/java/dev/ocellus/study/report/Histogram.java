package dev.ocellus.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many values fall where.
 *
 * @param labels what each count is of
 * @param counts as many
 */
public record Histogram(List<String> labels, List<Integer> counts) {

  public Histogram {
    labels = List.copyOf(labels);
    counts = List.copyOf(counts);
    if (labels.size() != counts.size()) {
      throw new IllegalArgumentException(
          labels.size() + " labels for " + counts.size() + " counts");
    }
  }

  /**
   * Counts values in bins of one width. A bin includes its lower bound, the last one its upper
   * bound too.
   *
   * @param values each in [min, max]
   */
  public static Histogram of(double[] values, double min, double max, int bins) {
    int[] counts = new int[bins];
    for (double value : values) {
      if (!(value >= min && value <= max)) {
        throw new IllegalArgumentException(
            "a value must be in [" + min + ", " + max + "], got " + value);
      }
      // The tiny excess puts a bound that has no exact double, such as 0.3, into its own bin.
      int bin = (int) ((value - min) / (max - min) * bins + 1e-9);
      counts[Math.min(bin, bins - 1)]++;
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      labels.add(
          "%s–%s"
              .formatted(
                  bound(min + i * (max - min) / bins), bound(min + (i + 1) * (max - min) / bins)));
    }
    return new Histogram(labels, Arrays.stream(counts).boxed().toList());
  }

  /**
   * Counts whole numbers, a bin each from the least to the greatest.
   *
   * @param most greatest number with a bin of its own; greater ones share the last, "most+"
   */
  public static Histogram ofWhole(int[] values, int most) {
    if (values.length == 0) {
      return new Histogram(List.of(), List.of());
    }
    int min = Math.min(Arrays.stream(values).min().getAsInt(), most + 1);
    int greatest = Arrays.stream(values).max().getAsInt();
    int[] counts = new int[Math.min(greatest, most + 1) - min + 1];
    for (int value : values) {
      counts[Math.min(value, most + 1) - min]++;
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      labels.add(min + i > most ? (most + 1) + "+" : String.valueOf(min + i));
    }
    return new Histogram(labels, Arrays.stream(counts).boxed().toList());
  }

  private static String bound(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
  }
}
