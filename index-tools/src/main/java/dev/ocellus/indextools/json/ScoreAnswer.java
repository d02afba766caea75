package dev.ocellus.indextools.json;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.data.CaptionRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer of {@code score}.
 *
 * @param pairs in the table's order
 * @param unknownPhotos number of pairs left out because there is no such photo
 * @param malformedRows number of rows that could not be read
 */
public record ScoreAnswer(List<Pair> pairs, int unknownPhotos, int malformedRows) {

  /**
   * One pair.
   *
   * @param score 0 to 1
   * @param parts the evidence by {@link Feature#key()}; what is not known is not there
   */
  public record Pair(String image, String queryId, float score, Map<String, Float> parts) {

    public static Pair of(CaptionRow row, float[] features, FusionModel model) {
      Map<String, Float> parts = new LinkedHashMap<>();
      for (Feature feature : Feature.values()) {
        float value = features[feature.ordinal()];
        if (!Float.isNaN(value)) {
          parts.put(feature.key(), value);
        }
      }
      return new Pair(row.image(), row.id(), model.score(features), parts);
    }
  }
}
