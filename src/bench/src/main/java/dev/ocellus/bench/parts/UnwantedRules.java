package dev.ocellus.bench.parts;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.query.PartEvidence;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.VectorUtil;

/**
 * Rules for unwanted words, compared: of the first ten photos for a wanted word, the share that
 * shows the unwanted one, the wanted one, and the wanted one without the unwanted one, in percent,
 * averaged over pairs of words. Pictures alone, and with the index's captions, where photos that
 * say the unwanted word are out.
 */
public final class UnwantedRules {

  private static final List<String> UNWANTED =
      List.of("people", "man", "woman", "child", "dog", "water", "snow", "ball");

  /** Of the photos that show the wanted word, at least so many show the unwanted one, or not. */
  private static final int LEAST = 8;

  /** What a rule knows of a text and all photos. */
  private record Known(EncodedText text, List<float[]> features, double[] scores) {}

  private interface Rule {
    double[] scores(Known wanted, Known unwanted);
  }

  private final AllPhotos photos;
  private final FusionModel model;
  private final ShownThings truth;
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private UnwantedRules(PhotoSearcher searcher, ShownThings truth) throws IOException {
    this.photos = new AllPhotos(searcher);
    this.model = searcher.fusion();
    this.truth = truth;
    rules.put("none", (wanted, unwanted) -> wanted.scores());
    rules.put("times 1 - P", times(p -> 1 - p));
    rules.put("times (1 - P)^10", times(p -> Math.pow(1 - p, 10)));
    for (double odds : new double[] {5, 10, 20, 30, 50}) {
      String name = String.format(Locale.ROOT, "odds of P times %.0f", odds);
      rules.put(name, times(p -> (1 - p) / (1 - p + odds * p)));
    }
    rules.put("cosine less max(0, cosine' - hubness)", this::lowered);
    for (double share : new double[] {.25, .5, 1}) {
      rules.put("vector less " + share + " of the unwanted one", rocchio(share));
    }
  }

  /**
   * @param args an index of photos with one caption each, and a table of all their captions, that
   *     of the index first
   */
  public static void main(String[] args) throws IOException {
    ShownThings truth = new ShownThings(CaptionTable.read(Path.of(args[1])));
    try (PhotoIndex index = PhotoIndex.open(Path.of(args[0]));
        PhotoSearcher searcher = index.acquire()) {
      UnwantedRules rules = new UnwantedRules(searcher, truth);
      rules.compare(searcher, PartEvidence.PICTURE);
      rules.compare(searcher, PartEvidence.BOTH);
    }
  }

  private interface Factor {
    double of(double probability);
  }

  private static Rule times(Factor factor) {
    return (wanted, unwanted) -> {
      double[] scores = wanted.scores().clone();
      Arrays.setAll(scores, i -> scores[i] * factor.of(unwanted.scores()[i]));
      return scores;
    };
  }

  private double[] lowered(Known wanted, Known unwanted) {
    List<float[]> lowered = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      float[] row = wanted.features().get(i).clone();
      float[] other = unwanted.features().get(i);
      row[Feature.IMAGE_COSINE.ordinal()] -=
          Math.max(
              0, other[Feature.IMAGE_COSINE.ordinal()] - other[Feature.IMAGE_HUBNESS.ordinal()]);
      lowered.add(row);
    }
    return AllPhotos.scores(model, lowered);
  }

  private Rule rocchio(double share) {
    return (wanted, unwanted) -> {
      float[] vector = wanted.text().imageVector().clone();
      for (int i = 0; i < vector.length; i++) {
        vector[i] -= (float) share * unwanted.text().imageVector()[i];
      }
      VectorUtil.l2normalize(vector);
      return AllPhotos.scores(model, photos.turned(wanted.features(), vector));
    };
  }

  private void compare(PhotoSearcher searcher, PartEvidence evidence) throws IOException {
    Map<String, Known> known = new HashMap<>();
    for (String thing : ShownThings.things()) {
      EncodedText text = searcher.encode(thing);
      List<float[]> features = photos.features(thing, text, evidence);
      known.put(thing, new Known(text, features, AllPhotos.scores(model, features)));
    }
    List<String[]> pairs = pairs();
    System.out.printf("%n%s, %d pairs of words%n%n", evidence, pairs.size());
    System.out.println("| Rule | unwanted shown | wanted shown | wanted without unwanted |");
    System.out.println("|---|---|---|---|");
    rules.forEach(
        (name, rule) -> {
          double[] shares = new double[3];
          for (String[] pair : pairs) {
            double[] scores = rule.scores(of(known, pair[0]), of(known, pair[1]));
            add(top(scores, pair[1], evidence), pair, shares);
          }
          double hundredth = pairs.size() / 10.;
          System.out.printf(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %.1f |%n",
              name,
              shares[0] / hundredth,
              shares[1] / hundredth,
              shares[2] / hundredth);
        });
  }

  private static Known of(Map<String, Known> known, String thing) {
    return Objects.requireNonNull(known.get(thing));
  }

  private List<String[]> pairs() {
    List<String[]> pairs = new ArrayList<>();
    for (String wanted : ShownThings.things()) {
      for (String unwanted : UNWANTED) {
        int with = 0;
        int without = 0;
        for (int i = 0; i < photos.size(); i++) {
          if (truth.shows(photos.id(i), wanted)) {
            boolean both = truth.shows(photos.id(i), unwanted);
            with += both ? 1 : 0;
            without += both ? 0 : 1;
          }
        }
        if (with >= LEAST && without >= LEAST) {
          pairs.add(new String[] {wanted, unwanted});
        }
      }
    }
    return pairs;
  }

  private int[] top(double[] scores, String unwanted, PartEvidence evidence) {
    double[] kept = scores.clone();
    for (int i = 0; i < kept.length && evidence.readsCaptions(); i++) {
      kept[i] = truth.firstSays(photos.id(i), unwanted) ? -1 : kept[i];
    }
    return AllPhotos.top10(kept);
  }

  private void add(int[] top, String[] pair, double[] shares) {
    for (int photo : top) {
      boolean wanted = truth.shows(photos.id(photo), pair[0]);
      boolean unwanted = truth.shows(photos.id(photo), pair[1]);
      shares[0] += unwanted ? 1 : 0;
      shares[1] += wanted ? 1 : 0;
      shares[2] += wanted && !unwanted ? 1 : 0;
    }
  }
}
