package dev.ocellus.fusion.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ocellus.fusion.DataException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetSchemeTest {
  private static final double EXACT = 1e-12;

  private static JudgedPair rated(int first, int second, int third) {
    return new JudgedPair("a.jpg", "q", "A kite.", List.of(first, second, third), 0, 0);
  }

  private static JudgedPair voted(int yes, int no) {
    return new JudgedPair("a.jpg", "q", "A kite.", List.of(), yes, no);
  }

  private static void assertTarget(double expected, String scheme, JudgedPair pair) {
    assertEquals(expected, TargetScheme.named(scheme).target(pair).orElseThrow(), EXACT, scheme);
  }

  private static void assertDropped(String scheme, JudgedPair pair) {
    assertEquals(OptionalDouble.empty(), TargetScheme.named(scheme).target(pair), scheme);
  }

  @Test
  void expertMeanSpreadsOneToFourOverZeroToOne() {
    assertTarget(0, "expert-mean", rated(1, 1, 1));
    assertTarget(1, "expert-mean", rated(4, 4, 4));
    // Mean 8/3, less 1, over 3.
    assertTarget(5.0 / 9, "expert-mean", rated(1, 3, 4));
    assertDropped("expert-mean", voted(3, 0));
  }

  @Test
  void expertMajorityTakesWhatTwoShareAndDropsFullDisagreement() {
    assertTarget(2.0 / 3, "expert-majority", rated(3, 1, 3));
    assertTarget(0, "expert-majority", rated(4, 1, 1));
    assertTarget(1, "expert-majority", rated(4, 4, 4));
    assertDropped("expert-majority", rated(1, 2, 4));
    assertDropped("expert-majority", voted(3, 0));
  }

  @Test
  void crowdShareIsTheShareOfYes() {
    assertTarget(2.0 / 3, "crowd-share", voted(2, 1));
    assertDropped("crowd-share", rated(4, 4, 4));
  }

  @Test
  void crowdThresholdIncludesItsBoundsAndDropsTheMiddle() {
    assertTarget(1, "crowd-threshold", voted(4, 1));
    assertTarget(0, "crowd-threshold", voted(1, 4));
    assertDropped("crowd-threshold", voted(2, 1));
    assertDropped("crowd-threshold", rated(4, 4, 4));
    assertTarget(1, "crowd-threshold:0.6,0.4", voted(2, 1));
    assertTarget(0, "crowd-threshold:0.6,0.4", voted(1, 2));
    assertDropped("crowd-threshold:0.6,0.4", voted(1, 1));
  }

  @Test
  void mixWeighsExpertsAndCrowdAndTakesWhatThereIs() {
    var both = new JudgedPair("a.jpg", "q", "A kite.", List.of(4, 4, 1), 1, 3);
    // Experts: (3 - 1) / 3; crowd: 1/4.
    assertTarget(0.6 * 2 / 3 + 0.4 / 4, "mix", both);
    assertTarget(0.25 * 2 / 3 + 0.75 / 4, "mix:0.25", both);
    assertTarget(2.0 / 3, "mix", rated(4, 4, 1));
    assertTarget(0.25, "mix", voted(1, 3));
  }

  @Test
  void agreementCountsAllWhoSayThatTheTextFits() {
    // Of three experts the two who gave 4, of four voters one: three of seven.
    var both = new JudgedPair("a.jpg", "q", "A kite.", List.of(4, 4, 2), 1, 3);
    assertTarget(3.0 / 7, "agreement", both);
    assertTarget(1.0 / 3, "agreement", rated(3, 2, 1));
    assertTarget(0.25, "agreement", voted(1, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          expert-mean         | expert-mean
          Expert-Majority     | expert-majority
          crowd-share         | crowd-share
          crowd-threshold     | crowd-threshold:0.8,0.2
          crowd-threshold:1,0 | crowd-threshold:1.0,0.0
          mix                 | mix:0.6
          mix: 0.75           | mix:0.75
          """)
  void aNameSaysTheParametersAndFindsTheSchemeAgain(String asked, String name) {
    assertEquals(name, TargetScheme.named(asked).name());
    assertEquals(TargetScheme.named(asked), TargetScheme.named(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "expert",
        "expert-mean:1",
        "mix:",
        "mix:a",
        "mix:NaN",
        "mix:0.5,0.5",
        "mix:0.5:"
      })
  void anUnknownNameListsTheKnown(String name) {
    assertEquals(
        "no target '" + name + "'; there are: " + TargetScheme.NAMES,
        assertThrows(DataException.class, () -> TargetScheme.named(name)).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mix:1.5                 | WEIGHT must be in 0..1
          crowd-threshold:0.2,0.8 | thresholds must be 1 >= MATCH > MISMATCH >= 0
          crowd-threshold:2,0     | thresholds must be 1 >= MATCH > MISMATCH >= 0
          """)
  void parametersOutOfRangeAreRefused(String name, String reason) {
    assertEquals(
        "the target '" + name + "': " + reason,
        assertThrows(DataException.class, () -> TargetScheme.named(name)).getMessage());
  }
}
