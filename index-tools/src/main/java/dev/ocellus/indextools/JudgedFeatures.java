package dev.ocellus.indextools;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.evaluate.KnownCaptions;
import dev.ocellus.lucene.evaluate.PairFeatures;
import dev.ocellus.lucene.evaluate.PhotoText;
import dev.ocellus.lucene.policy.PolicyFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judged pairs of an index's photos, with their features.
 *
 * @param pairs those whose text was written for the photo are asked without it
 * @param ownCaptions number of these
 * @param unknownPhotos number of pairs left out because the index has no such photo
 * @param features by what captions are known, one vector a pair
 */
record JudgedFeatures(
    List<JudgedPair> pairs,
    int ownCaptions,
    int unknownPhotos,
    Map<KnownCaptions, List<float[]>> features) {

  /**
   * @param policy by which pairs are dropped, or null
   * @throws DataException if no pair is left
   */
  static JudgedFeatures of(
      PhotoSearcher photos, Judgments judgments, @Nullable PolicyFilter policy, PrintWriter err)
      throws IOException {
    judgments.problems().forEach(problem -> err.println(Printable.line(problem)));
    PairFeatures all = new PairFeatures(photos);
    List<JudgedPair> pairs =
        judgments.pairs().stream().filter(pair -> all.images().contains(pair.image())).toList();
    if (policy != null) {
      pairs = policy.keep(pairs);
      err.println("policy: judged pairs " + policy.counts());
    }
    if (pairs.isEmpty()) {
      throw new DataException(
          "none of the %d judged pairs has its photo in the index"
              .formatted(judgments.pairs().size()));
    }
    List<PhotoText> asked = pairs.stream().map(JudgedFeatures::asked).toList();
    Map<KnownCaptions, List<float[]>> features = new EnumMap<>(KnownCaptions.class);
    try (var progress = Progress.start(err, "Looking at judged pairs", "pairs")) {
      long before = 0;
      progress.total((long) KnownCaptions.values().length * asked.size());
      for (KnownCaptions known : KnownCaptions.values()) {
        long done = before;
        features.put(known, all.of(asked, known, n -> progress.done(done + n)));
        before += asked.size();
      }
    }
    return new JudgedFeatures(
        pairs,
        (int) pairs.stream().filter(JudgedPair::ownCaption).count(),
        judgments.pairs().size() - pairs.size(),
        features);
  }

  private static PhotoText asked(JudgedPair pair) {
    PhotoText asked = PhotoText.of(pair);
    return pair.ownCaption() ? asked.without(Set.of(pair.queryText())) : asked;
  }

  /** The features of all pairs with these captions known. */
  List<float[]> with(KnownCaptions known) {
    return Objects.requireNonNull(features.get(known));
  }

  /** The features with all captions known, then with one, then with none. */
  List<float[]> allFeatures() {
    return Arrays.stream(KnownCaptions.values()).flatMap(known -> with(known).stream()).toList();
  }

  /** The photos of {@link #allFeatures}. */
  List<String> allPhotos() {
    return Arrays.stream(KnownCaptions.values())
        .flatMap(known -> pairs.stream().map(JudgedPair::image))
        .toList();
  }
}
