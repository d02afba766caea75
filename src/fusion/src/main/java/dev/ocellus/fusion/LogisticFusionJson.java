package dev.ocellus.fusion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The "regimes" of a fusion file. */
final class LogisticFusionJson {
  private LogisticFusionJson() {}

  /**
   * @param listed the features that the file says it uses
   */
  static LogisticFusion read(JsonFields root, List<Feature> listed) {
    List<Regime> regimes = new ArrayList<>();
    for (JsonFields regime : root.objects("regimes")) {
      List<FeatureCurve> curves = new ArrayList<>();
      for (JsonFields curve : regime.objects("curves")) {
        curves.add(
            new FeatureCurve(
                listed(curve.text("feature"), regime.text("name"), listed),
                curve.numbers("knots"),
                curve.numbers("values"),
                curve.number("missing")));
      }
      regimes.add(
          new Regime(
              regime.text("name"),
              regime.features("requires"),
              regime.number("intercept"),
              curves));
    }
    return new LogisticFusion(regimes);
  }

  private static Feature listed(String key, String regime, List<Feature> listed) {
    Feature feature = Feature.ofKey(key);
    if (!listed.contains(feature)) {
      throw new DataException(
          "regime '" + regime + "' uses '" + key + "', which 'features' does not list");
    }
    return feature;
  }

  static void write(LogisticFusion model, ObjectNode root) {
    ArrayNode regimes = root.putArray("regimes");
    for (Regime regime : model.regimes()) {
      ObjectNode node = regimes.addObject().put("name", regime.name());
      ArrayNode requires = node.putArray("requires");
      regime.requires().forEach(feature -> requires.add(feature.key()));
      node.put("intercept", regime.intercept());
      ArrayNode curves = node.putArray("curves");
      for (FeatureCurve curve : regime.curves()) {
        ObjectNode item = curves.addObject().put("feature", curve.feature().key());
        addAll(item.putArray("knots"), curve.knots());
        addAll(item.putArray("values"), curve.values());
        item.put("missing", curve.missing());
      }
    }
  }

  private static void addAll(ArrayNode array, double[] numbers) {
    for (double number : numbers) {
      array.add(number);
    }
  }
}
