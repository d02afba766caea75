package dev.ocellus.study.grid;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.lucene.policy.PolicyFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a study may learn from.
 *
 * @param pairs judged pairs
 * @param captions of photos, judged or not
 */
record AllowedTexts(List<JudgedPair> pairs, List<CaptionRow> captions) {

  /**
   * @param folder of the judgments, in messages
   * @param policy by which texts, and photos with such a caption, are dropped; or null
   * @throws DataException if no judged pair is left
   */
  static AllowedTexts of(Path folder, Judgments judgments, @Nullable PolicyFilter policy) {
    if (policy == null) {
      return new AllowedTexts(judgments.pairs(), judgments.captions());
    }
    captionsByPhoto(judgments).forEach(policy::addPhoto);
    List<JudgedPair> pairs = policy.keep(judgments.pairs());
    if (pairs.isEmpty()) {
      throw new DataException(
          "%s: the content policy leaves no judged pair: %s".formatted(folder, policy.counts()));
    }
    return new AllowedTexts(
        pairs, policy.keep(judgments.captions(), CaptionRow::image, CaptionRow::text));
  }

  private static Map<String, List<String>> captionsByPhoto(Judgments judgments) {
    Map<String, List<String>> captions = new LinkedHashMap<>();
    judgments
        .captions()
        .forEach(
            row -> captions.computeIfAbsent(row.image(), i -> new ArrayList<>()).add(row.text()));
    // Of a folder without a table of captions, those that were judged are known.
    judgments
        .queryTexts()
        .forEach(
            (id, text) ->
                captions.computeIfAbsent(Judgments.photoOf(id), i -> new ArrayList<>()).add(text));
    captions.remove("");
    return captions;
  }
}
