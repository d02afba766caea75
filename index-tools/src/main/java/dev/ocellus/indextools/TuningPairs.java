package dev.ocellus.indextools;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.fusion.training.TrainingPairs;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.evaluate.OwnCaptions;
import dev.ocellus.lucene.evaluate.PairSampler;
import dev.ocellus.lucene.policy.PolicyFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Draws pairs from indexes with progress shown.
 *
 * @param queries drawn from each index at most
 * @param policy by which queries and photos are dropped, or null
 * @param err for progress and problems
 */
record TuningPairs(
    PairSampler sampler, int queries, long seed, @Nullable PolicyFilter policy, PrintWriter err) {

  /**
   * @param tables the queries of each index; empty for each index's own captions
   */
  TrainingPairs draw(List<Path> indexes, List<Path> tables) throws IOException {
    TrainingPairs.Builder pairs = new TrainingPairs.Builder();
    for (int i = 0; i < indexes.size(); i++) {
      Path folder = indexes.get(i);
      // Any fusion will do: what is drawn are features.
      try (var index = PhotoIndex.open(folder, new SingleFeature(Feature.IMAGE_COSINE));
          PhotoSearcher photos = index.acquire();
          var progress = Progress.start(err, "Sampling " + folder, "queries")) {
        if (tables.isEmpty()) {
          OwnCaptions own = new OwnCaptions(photos, folder.toString(), queries, seed);
          progress.total(own.queries());
          own.sample(sampler, policy, pairs, progress::done);
        } else {
          List<CaptionRow> drawn = draw(tables.get(i));
          progress.total(drawn.size());
          sampler.sample(photos, drawn, policy, pairs, progress::done);
        }
      }
    }
    if (policy != null) {
      err.println("policy: queries " + policy.counts());
    }
    return pairs.build();
  }

  private List<CaptionRow> draw(Path table) throws IOException {
    CaptionTable captions = CaptionTable.read(table);
    captions.problems().forEach(problem -> err.println(Printable.line(problem)));
    List<CaptionRow> rows = new ArrayList<>(captions.rows());
    Collections.shuffle(rows, new Random(seed));
    return rows.subList(0, Math.min(queries, rows.size()));
  }
}
