package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.fusion.training.LikenessTrainer;
import dev.ocellus.lucene.query.IndexedPictures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of photos out of judgments of texts and photos: a text whose id is PHOTO#N was written for
 * that photo, so what people say of it and another photo tells whether a description of the one
 * fits the other.
 */
public final class LikenessPairs {

  private final IndexedPictures pictures;
  private final Map<String, float @Nullable []> vectors = new HashMap<>();

  public LikenessPairs(IndexSearcher photos) {
    this.pictures = new IndexedPictures(photos);
  }

  /**
   * The pairs both of whose photos are in the index and not the same.
   *
   * @param scheme what share of people say that a text fits
   */
  public List<LikenessTrainer.Pair> of(List<JudgedPair> judged, TargetScheme scheme)
      throws IOException {
    List<LikenessTrainer.Pair> pairs = new ArrayList<>();
    for (JudgedPair pair : judged) {
      String described = Judgments.photoOf(pair.queryId());
      OptionalDouble target = scheme.target(pair);
      if (described.isEmpty() || pair.ownCaption() || target.isEmpty()) {
        continue;
      }
      float[] one = vector(described);
      float[] other = vector(pair.image());
      if (one != null && other != null) {
        int votes = pair.ratings().size() + pair.crowdYes() + pair.crowdNo();
        double cosine = VectorUtil.dotProduct(one, other);
        pairs.add(
            new LikenessTrainer.Pair(described, pair.image(), cosine, target.getAsDouble(), votes));
      }
    }
    return pairs;
  }

  private float @Nullable [] vector(String id) throws IOException {
    if (!vectors.containsKey(id)) {
      vectors.put(id, pictures.vector(id));
    }
    return vectors.get(id);
  }
}
