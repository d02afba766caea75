package dev.ocellus.study.grid;

import dev.ocellus.study.features.FusionTable;
import dev.ocellus.study.features.PairFeatures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All vectors of a study, and what can be made of them.
 *
 * @param images by name the vectors of all photos
 * @param texts by name, for each split, the vectors of all texts
 * @param spaces by name of image vectors the name of the text vectors of the same space
 * @param fusion the fusion's features
 */
record FeatureCatalogue(
    Map<String, List<float[]>> images,
    Map<String, List<List<float[]>>> texts,
    Map<String, String> spaces,
    FusionTable fusion) {

  /** Name of the bundled encoder's image vectors. */
  static final String ENCODER = "encoder";

  /** Name of the bundled encoder's text vectors. */
  static final String TOWER = "tower";

  FeatureCatalogue {
    images = new LinkedHashMap<>(images);
    texts = new LinkedHashMap<>(texts);
  }

  /** Every feature set: those of one space, all concatenations, the fusion's. */
  List<FeatureSet> sets() {
    List<FeatureSet> sets = new ArrayList<>();
    spaces.forEach(
        (image, text) -> {
          sets.add(new FeatureSet(FeatureSet.Kind.COSINE, image, text));
          sets.add(new FeatureSet(FeatureSet.Kind.DIFFERENCE_AND_PRODUCT, image, text));
        });
    sets.add(FeatureSet.FUSION);
    for (String image : images.keySet()) {
      for (String text : texts.keySet()) {
        sets.add(new FeatureSet(FeatureSet.Kind.CONCATENATION, image, text));
      }
    }
    return sets;
  }

  /** What a feature set is made by. */
  PairFeatures features(FeatureSet set, int split) {
    if (set.kind() == FeatureSet.Kind.FUSION) {
      return fusion;
    }
    List<float[]> photos = Objects.requireNonNull(images.get(set.image()));
    List<float[]> words = Objects.requireNonNull(texts.get(set.text())).get(split);
    return switch (set.kind()) {
      case COSINE -> PairFeatures.cosine(photos, words);
      case DIFFERENCE_AND_PRODUCT -> PairFeatures.differenceAndProduct(photos, words);
      case CONCATENATION, FUSION -> PairFeatures.concatenation(photos, words);
    };
  }
}
