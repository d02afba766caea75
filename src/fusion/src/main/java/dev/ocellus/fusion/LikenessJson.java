package dev.ocellus.fusion;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The "likeness" of a fusion file; a file without one has the default. */
final class LikenessJson {
  static final String KEY = "likeness";

  private LikenessJson() {}

  static Likeness read(JsonFields root) {
    if (!root.node().has(KEY)) {
      return Likeness.DEFAULT;
    }
    JsonFields likeness = root.object(KEY);
    return new Likeness(
        likeness.number("slope"),
        likeness.number("intercept"),
        likeness.text("trained_on"),
        likeness.count("judgments"),
        likeness.number("calibration_error"));
  }

  static void write(Likeness likeness, ObjectNode root) {
    if (likeness.equals(Likeness.DEFAULT)) {
      return;
    }
    root.putObject(KEY)
        .put("slope", likeness.slope())
        .put("intercept", likeness.intercept())
        .put("trained_on", likeness.trainedOn())
        .put("judgments", likeness.judgments())
        .put("calibration_error", likeness.calibrationError());
  }
}
