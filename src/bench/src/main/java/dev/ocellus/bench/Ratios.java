package dev.ocellus.bench;

import java.util.Arrays;
import java.util.Locale;

/** Measures two rates in turn and prints their ratios, round by round. */
final class Ratios {

  private static final int ROUNDS = 3;

  private Ratios() {}

  /** A rate, in photos a second. */
  interface Rate {
    double measure() throws Exception;
  }

  /** Runs both once to warm up, then in turn, and prints {@code first / second}. */
  static void print(String firstName, Rate first, String secondName, Rate second) throws Exception {
    first.measure();
    second.measure();
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      double a = first.measure();
      double b = second.measure();
      ratios[round] = a / b;
      System.out.printf(
          Locale.ROOT,
          "round %d: %s %.1f photos/s, %s %.1f photos/s, ratio %.3f%n",
          round + 1,
          firstName,
          a,
          secondName,
          b,
          ratios[round]);
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT, "%s / %s: median %.3f%n", firstName, secondName, ratios[ROUNDS / 2]);
  }
}
