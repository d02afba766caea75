package dev.ocellus.fusion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The "card" of a fusion file. */
final class FusionCardJson {
  private FusionCardJson() {}

  static FusionCard read(JsonFields card) {
    JsonFields errors = card.object("calibration_error");
    Map<String, Double> calibrationError = new LinkedHashMap<>();
    errors
        .node()
        .fieldNames()
        .forEachRemaining(name -> calibrationError.put(name, errors.number(name)));
    return new FusionCard(
        card.text("trained_on"),
        date(card.text("date")),
        card.text("encoder"),
        card.count("pairs"),
        card.text("sampling"),
        calibrationError,
        card.text("made_by"));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new DataException("'card.date' must be like 2026-01-31, got '" + text + "'", e);
    }
  }

  static void write(FusionCard card, ObjectNode node) {
    node.put("trained_on", card.trainedOn())
        .put("date", card.date().toString())
        .put("encoder", card.encoder())
        .put("pairs", card.pairs())
        .put("sampling", card.sampling());
    ObjectNode errors = node.putObject("calibration_error");
    card.calibrationError().forEach(errors::put);
    node.put("made_by", card.madeBy());
  }
}
