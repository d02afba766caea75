package dev.ocellus.study.judgments;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.fusion.data.PhotoFolders;
import dev.ocellus.fusion.data.TargetScheme;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an analyst looks at first.
 *
 * @param pairs judged pairs
 * @param ownCaptions pairs whose text was written for that very photo
 * @param images the judged photos
 * @param photosPerText on how many photos a text was judged
 * @param textsPerPhoto how many texts a photo was judged on
 * @param captionsPerPhoto how many captions the tables of captions have for a judged photo; empty
 *     without such tables
 * @param photos the photo files; empty without a folder of them
 * @param problems malformed rows and unusable tables, a line each
 */
public record JudgmentSummary(
    int pairs,
    int ownCaptions,
    Set<String> images,
    Spread photosPerText,
    Spread textsPerPhoto,
    Optional<Spread> captionsPerPhoto,
    ExpertSummary experts,
    CrowdSummary crowd,
    ExpertCrowdAgreement agreement,
    TargetSummary target,
    TextSummary texts,
    Optional<PhotoSummary> photos,
    List<String> problems) {

  /**
   * Counts.
   *
   * @param folders where photos are; those are read, which takes some milliseconds each
   */
  public static JudgmentSummary of(
      Judgments judgments,
      TargetScheme scheme,
      CaptionAnalyzer analyzer,
      PhotoFolders folders,
      PhotoSummary.Progress progress)
      throws IOException {
    List<JudgedPair> pairs = judgments.pairs();
    Map<String, Integer> byImage = counts(pairs, JudgedPair::image);
    Map<String, String> texts = new LinkedHashMap<>();
    pairs.forEach(pair -> texts.put(pair.queryId(), pair.queryText()));
    Set<String> images = new LinkedHashSet<>(byImage.keySet());
    return new JudgmentSummary(
        pairs.size(),
        (int) pairs.stream().filter(JudgedPair::ownCaption).count(),
        images,
        spread(counts(pairs, JudgedPair::queryId).values()),
        spread(byImage.values()),
        captionsPerPhoto(judgments.captions(), images),
        ExpertSummary.of(pairs),
        CrowdSummary.of(pairs),
        ExpertCrowdAgreement.of(pairs),
        TargetSummary.of(pairs, scheme),
        TextSummary.of(texts.values(), analyzer),
        folders.folders().isEmpty()
            ? Optional.empty()
            : Optional.of(PhotoSummary.of(folders, images, progress)),
        judgments.problems());
  }

  private static Optional<Spread> captionsPerPhoto(List<CaptionRow> captions, Set<String> images) {
    if (captions.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> counts = counts(captions, CaptionRow::image);
    return Optional.of(
        spread(images.stream().map(image -> counts.getOrDefault(image, 0)).toList()));
  }

  private static <T> Map<String, Integer> counts(List<T> rows, Function<T, String> key) {
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(key.apply(row), 1, Integer::sum));
    return counts;
  }

  private static Spread spread(Collection<Integer> counts) {
    return Spread.of(counts.stream().mapToInt(Integer::intValue).toArray());
  }
}
