package dev.ocellus.bench;

import dev.ocellus.fusion.data.JudgedPair;
import dev.ocellus.fusion.data.Judgments;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.evaluate.CollectionFeatures;
import dev.ocellus.lucene.page.ScoreCut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Precision and recall of rules that cut a result by score, on experts' judgments: every judged
 * text ranks all photos of an index, each without the text itself among its captions. A photo fits
 * where the mean of the ratings is 3 of 4 or more; photos that nobody judged for a text are not
 * counted.
 */
public final class ScoreCuts {

  private static final double FITS = 3;

  private ScoreCuts() {}

  /** A text's photos: scores descending, and by photo whether it fits, for those judged. */
  private record Result(List<String> photos, float[] scores, Map<String, Boolean> fits) {}

  /**
   * @param args index of the judged photos with their captions, folder of judgments
   */
  public static void main(String[] args) throws IOException {
    List<Result> results = results(Path.of(args[0]), Path.of(args[1]));
    System.out.printf("%d texts%n", results.size());
    Map<String, ScoreCut> cuts = new LinkedHashMap<>();
    cuts.put("none", ScoreCut.NONE);
    for (float score : new float[] {.2f, .3f, .4f, .5f, .6f}) {
      cuts.put("fixed " + score, new ScoreCut.Fixed(score));
    }
    cuts.put("auto", ScoreCut.AUTO);
    cuts.forEach((name, cut) -> print(name, cut, results));
  }

  private static List<Result> results(Path folder, Path judgments) throws IOException {
    try (PhotoIndex index = PhotoIndex.open(folder);
        PhotoSearcher searcher = index.acquire()) {
      CollectionFeatures features = new CollectionFeatures(searcher);
      List<String> ids = features.ids();
      List<Result> results = new ArrayList<>();
      for (Map.Entry<String, Map<String, Boolean>> text :
          texts(Judgments.read(judgments), ids).entrySet()) {
        List<float[]> ofPhotos = features.of(text.getKey());
        float[] scores = new float[ids.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
          scores[i] = searcher.fusion().score(ofPhotos.get(i));
          order.add(i);
        }
        order.sort((a, b) -> Float.compare(scores[b], scores[a]));
        float[] descending = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
          descending[i] = scores[order.get(i)];
        }
        List<String> photos = order.stream().map(ids::get).toList();
        results.add(new Result(photos, descending, text.getValue()));
      }
      return results;
    }
  }

  private static Map<String, Map<String, Boolean>> texts(Judgments judgments, List<String> ids) {
    Set<String> known = new HashSet<>(ids);
    Map<String, Map<String, Boolean>> texts = new LinkedHashMap<>();
    for (JudgedPair pair : judgments.pairs()) {
      if (pair.hasRatings() && known.contains(pair.image())) {
        texts
            .computeIfAbsent(pair.queryText(), text -> new HashMap<>())
            .put(pair.image(), pair.meanRating() >= FITS);
      }
    }
    return texts;
  }

  private static void print(String name, ScoreCut cut, List<Result> results) {
    int shown = 0;
    int empty = 0;
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (Result result : results) {
      float least = cut.minScore(result.scores());
      int photos = 0;
      for (int i = 0; i < result.scores().length; i++) {
        boolean isShown = result.scores()[i] >= least;
        Boolean fits = result.fits().get(result.photos().get(i));
        photos += isShown ? 1 : 0;
        right += isShown && fits != null && fits ? 1 : 0;
        wrong += isShown && fits != null && !fits ? 1 : 0;
        missed += !isShown && fits != null && fits ? 1 : 0;
      }
      shown += photos;
      empty += photos == 0 ? 1 : 0;
    }
    double precision = right / (double) Math.max(1, right + wrong);
    double recall = right / (double) (right + missed);
    System.out.printf(
        Locale.ROOT,
        "%-10s precision %.3f  recall %.3f  F1 %.3f  shown %.1f  nothing %.3f%n",
        name,
        precision,
        recall,
        2 * precision * recall / (precision + recall),
        shown / (double) results.size(),
        empty / (double) results.size());
  }
}
