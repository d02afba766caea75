package dev.ocellus.bench.parts;

import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.text.ReferenceTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.util.VectorUtil;

/**
 * How much a word must count beside a picture: of the ten photos nearest to a photo with a word
 * added that it does not show, or taken from it that it does, the share that shows the word and the
 * share that shows what else the photo shows, in percent.
 */
public final class LikeArithmetic {

  private static final List<String> WORDS =
      List.of("dog", "water", "snow", "beach", "ball", "child", "man", "woman", "grass", "street");

  private static final double[] SCALES = {0, .5, 1, 1.5, 2, 2.5};

  /** Every so many photos are asked for. */
  private static final int STEP = 7;

  private LikeArithmetic() {}

  /**
   * @param args an index of photos, and a table of all their captions
   */
  public static void main(String[] args) throws IOException {
    ShownThings truth = new ShownThings(CaptionTable.read(Path.of(args[1])));
    try (PhotoIndex index = PhotoIndex.open(Path.of(args[0]));
        PhotoSearcher searcher = index.acquire()) {
      AllPhotos photos = new AllPhotos(searcher);
      float[] mean = ReferenceTexts.of(searcher.encoder()).mean();
      System.out.println("| Scale | added: shown | kept | taken: shown | kept |");
      System.out.println("|---|---|---|---|---|");
      for (double scale : SCALES) {
        Shares added = new Shares();
        Shares taken = new Shares();
        for (String word : WORDS) {
          float[] text = direction(searcher.encode(word).imageVector(), mean);
          for (int photo = 0; photo < photos.size(); photo += STEP) {
            boolean shows = truth.shows(photos.id(photo), word);
            double sign = shows ? -1 : 1;
            int[] top = nearest(photos, photo, text, sign * scale);
            (shows ? taken : added).add(photos, truth, photo, word, top);
          }
        }
        System.out.printf(Locale.ROOT, "| %.1f | %s | %s |%n", scale, added, taken);
      }
    }
  }

  private static float[] direction(float[] text, float[] mean) {
    float[] direction = text.clone();
    for (int i = 0; i < direction.length; i++) {
      direction[i] -= mean[i];
    }
    return VectorUtil.l2normalize(direction);
  }

  private static int[] nearest(AllPhotos photos, int photo, float[] text, double scale) {
    double[] cosines = new double[photos.size()];
    Arrays.setAll(
        cosines,
        i ->
            i == photo
                ? Double.NEGATIVE_INFINITY
                : VectorUtil.dotProduct(photos.vector(photo), photos.vector(i))
                    + scale * VectorUtil.dotProduct(text, photos.vector(i)));
    return AllPhotos.top10(cosines);
  }

  private static final class Shares {
    private long hits;
    private long shown;
    private long others;
    private long kept;

    void add(AllPhotos photos, ShownThings truth, int photo, String word, int[] top) {
      for (int hit : top) {
        hits++;
        shown += truth.shows(photos.id(hit), word) ? 1 : 0;
        for (String other : WORDS) {
          if (!other.equals(word) && truth.shows(photos.id(photo), other)) {
            others++;
            kept += truth.shows(photos.id(hit), other) ? 1 : 0;
          }
        }
      }
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f | %.1f", 100. * shown / hits, 100. * kept / others);
    }
  }
}
