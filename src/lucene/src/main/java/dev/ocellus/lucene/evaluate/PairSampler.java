package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.training.TrainingPairs;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoReader;
import dev.ocellus.lucene.policy.PolicyFilter;
import dev.ocellus.lucene.query.HybridQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Draws pairs of a query and a photo to train and to calibrate a fusion on: every query with its
 * own photo, a match, and with other photos, taken for mismatches.
 *
 * <p>Half of the others are drawn among the query's candidates, where the score matters, half among
 * the rest of the collection; weights undo that choice, so that together the others stand for
 * {@code odds} photos drawn at random. A score trained on these pairs is thus the probability of a
 * match where one in {@code odds + 1} photos matches, whatever the collection's size.
 *
 * @param odds mismatches that a match stands against, above 0
 * @param others photos drawn a query beside its own, an even number
 * @param seed of the drawing
 */
public record PairSampler(double odds, int others, long seed) {

  /** Candidates of a source that count as near the query. */
  private static final int NEAR = 50;

  public PairSampler {
    if (!(odds > 0 && odds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("odds must be above 0, got " + odds);
    }
    if (others < 2 || others % 2 != 0) {
      throw new IllegalArgumentException("others must be even and at least 2, got " + others);
    }
  }

  /** The sampling in words, for a fusion's card. */
  public String description() {
    return "each query, whole and as one to four of its words, with its own photo (match) and %d others, half of them near the query, weighted as %s photos drawn at random"
        .formatted(others, odds == Math.rint(odds) ? Long.toString((long) odds) : odds);
  }

  /**
   * Draws the pairs of some queries, each as it is and once more as a few of its words. A query's
   * own text is taken out of its photo's captions.
   *
   * @param queries those that name no photo of the index are passed over
   * @param policy by which queries and photos are dropped, or null
   * @param progress hears the number of queries done
   */
  public void sample(
      PhotoSearcher photos,
      List<CaptionRow> queries,
      @Nullable PolicyFilter policy,
      TrainingPairs.Builder pairs,
      LongConsumer progress)
      throws IOException {
    Random random = new Random(seed);
    List<CaptionRow> kept = queries;
    Query filter = PhotoSchema.PHOTOS;
    if (policy != null) {
      policy.addPhotos(photos);
      kept = policy.keep(queries, CaptionRow::image, CaptionRow::text);
      filter = policy.photos();
    }
    PhotoFeatures all = new PhotoFeatures(photos.searcher(), filter);
    PhotoReader reader = new PhotoReader(photos.searcher().getIndexReader());
    long done = queries.size() - kept.size();
    for (CaptionRow row : kept) {
      int target = all.find(row.image());
      if (target >= 0) {
        for (String text : List.of(row.text(), fragment(row.text(), random))) {
          HybridQuery query =
              photos
                  .query(text, photos.encode(text), Signal.FUSED, policy == null ? null : filter)
                  .withWindow(NEAR);
          pairs.nextQuery();
          pairs.add(own(photos, reader, query, row, target), 1, row.image(), 1);
          addOthers(photos, all, query, row, target, random, pairs);
        }
      }
      progress.accept(++done);
    }
  }

  /** One to four words in a row: captions are sentences, but people also type a word or two. */
  private static String fragment(String text, Random random) {
    List<String> words = List.of(text.strip().split("\\s+"));
    int length = Math.min(words.size(), 1 + random.nextInt(4));
    int from = random.nextInt(words.size() - length + 1);
    return String.join(" ", words.subList(from, from + length));
  }

  private static float[] own(
      PhotoSearcher photos, PhotoReader reader, HybridQuery query, CaptionRow row, int target)
      throws IOException {
    IndexedPhoto photo = reader.read(target);
    try (LeaveOneOut alone = LeaveOneOut.in(photos, photo.withoutCaption(row.text()))) {
      float[] features = alone.features(query);
      // The caption left out must not give the match away: the others were left all of theirs.
      features[Feature.CAPTION_COUNT.ordinal()] = photo.captions().size();
      return features;
    }
  }

  private void addOthers(
      PhotoSearcher photos,
      PhotoFeatures all,
      HybridQuery query,
      CaptionRow row,
      int target,
      Random random,
      TrainingPairs.Builder pairs)
      throws IOException {
    Set<Integer> near = new HashSet<>();
    for (ScoreDoc candidate : photos.search(query).scoreDocs) {
      near.add(candidate.doc);
    }
    near.remove(target);
    int population = all.documents().length - 1;
    int[] drawnNear = draw(near.stream().sorted().toList(), others / 2, random);
    int[] drawnFar = drawFar(all.documents(), near, target, random);
    add(all, query, row, drawnNear, odds * near.size() / population, pairs);
    add(all, query, row, drawnFar, odds * (population - near.size()) / population, pairs);
  }

  private static void add(
      PhotoFeatures all,
      HybridQuery query,
      CaptionRow row,
      int[] documents,
      double weight,
      TrainingPairs.Builder pairs)
      throws IOException {
    for (float[] features : all.of(query, documents)) {
      pairs.add(features, 0, row.image(), weight / documents.length);
    }
  }

  private static int[] draw(List<Integer> from, int count, Random random) {
    List<Integer> left = new ArrayList<>(from);
    int[] drawn = new int[Math.min(count, left.size())];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = left.remove(random.nextInt(left.size()));
    }
    Arrays.sort(drawn);
    return drawn;
  }

  private int[] drawFar(int[] documents, Set<Integer> near, int target, Random random) {
    List<Integer> far = new ArrayList<>();
    for (int document : documents) {
      if (document != target && !near.contains(document)) {
        far.add(document);
      }
    }
    return draw(far, others / 2, random);
  }
}
