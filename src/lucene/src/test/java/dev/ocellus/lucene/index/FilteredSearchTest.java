package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.query.CandidateSource;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Filters before the vector search, in a segment that has a graph: whatever share of the photos
 * passes, the nearest of those that pass are found.
 */
class FilteredSearchTest {

  private static final long SEED = 29;
  private static final int PHOTOS = 9_500;
  private static final int CLUSTERS = 100;
  private static final int DIMENSION = 24;
  private static final int QUERIES = 10;

  private static final Random RANDOM = new Random(SEED);
  private static final List<float[]> VECTORS = new ArrayList<>();
  private static final List<float[]> ASKED = new ArrayList<>();
  private static final int[] CLUSTER = new int[PHOTOS];

  /** Each photo's place in a random order: its width in the index. */
  private static final int[] PLACE = new int[PHOTOS];

  private static ByteBuffersDirectory directory;
  private static DirectoryReader reader;

  @BeforeAll
  static void index() throws IOException {
    List<float[]> centres = new ArrayList<>();
    for (int i = 0; i < CLUSTERS; i++) {
      centres.add(near(new float[DIMENSION], 1));
    }
    for (int i = 0; i < PHOTOS; i++) {
      CLUSTER[i] = RANDOM.nextInt(CLUSTERS);
      VECTORS.add(near(centres.get(CLUSTER[i]), .1f));
      int other = RANDOM.nextInt(i + 1);
      PLACE[i] = PLACE[other];
      PLACE[other] = i;
    }
    for (int q = 0; q < QUERIES; q++) {
      ASKED.add(near(VECTORS.get(q * PHOTOS / QUERIES), .1f));
    }
    directory = new ByteBuffersDirectory();
    IndexMetadata metadata =
        new IndexMetadata("test/model", "test", DIMENSION, "en", "en-1", Path.of("p"));
    try (PhotoIndexWriter writer =
        new PhotoIndexWriter(
            directory,
            Path.of("index"),
            SmallCollection.ANALYZER.analyzer(),
            metadata,
            PhotoMarker.NONE)) {
      for (int i = 0; i < PHOTOS; i++) {
        writer.put(photo(i));
      }
      writer.commit();
    }
    reader = DirectoryReader.open(directory);
    assertEquals(1, reader.leaves().size(), "one segment, large enough for a graph");
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    directory.close();
  }

  /** Its caption has the picture's vector; width tells its place, height its cluster. */
  private static IndexedPhoto photo(int i) {
    return new IndexedPhoto(
        i + ".jpg",
        "0".repeat(64),
        new IndexedPhoto.Picture(VECTORS.get(i), 0, 7, PLACE[i], CLUSTER[i], null),
        List.of("photo"),
        List.of(EncodedCaption.of(VECTORS.get(i))));
  }

  private static float[] near(float[] centre, float distance) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = centre[i] + distance * (float) RANDOM.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }

  @Test
  void theNearestOfThosePassingAreFoundHoweverFewPass() throws IOException {
    for (double share : new double[] {.5, .1, .01, .001}) {
      int passing = (int) (share * PHOTOS);
      Query filter = LongField.newRangeQuery(PhotoSchema.WIDTH, 0, passing - 1);
      assertRecall("random " + share, filter, i -> PLACE[i] < passing);
    }
  }

  /** Where all that pass are far from the query, a walk through the graph has a long way. */
  @Test
  void theyAreFoundToWhereTheFilterGoesByCluster() throws IOException {
    for (int passing : new int[] {50, 10, 1}) {
      Query filter = LongField.newRangeQuery(PhotoSchema.HEIGHT, 0, passing - 1);
      assertRecall("clusters " + passing, filter, i -> CLUSTER[i] < passing);
    }
  }

  private static void assertRecall(String what, Query filter, IntPredicate passes)
      throws IOException {
    List<Set<String>> nearest = ASKED.stream().map(vector -> nearest(vector, passes)).toList();
    for (int window : new int[] {HybridQuery.DEFAULT_WINDOW, 30}) {
      for (CandidateSource source : List.of(CandidateSource.IMAGE, CandidateSource.CAPTIONS)) {
        int wanted = 0;
        int found = 0;
        for (int q = 0; q < QUERIES; q++) {
          Set<String> hits = hits(ASKED.get(q), filter, source, window);
          assertTrue(hits.stream().allMatch(id -> passes.test(number(id))), what);
          wanted += nearest.get(q).size();
          found += (int) nearest.get(q).stream().filter(hits::contains).count();
        }
        String told = "%s, %s, window %d, seed %d".formatted(what, source, window, SEED);
        assertTrue(found >= .95 * wanted, told + ": " + found + " of " + wanted);
      }
    }
  }

  private static int number(String id) {
    return Integer.parseInt(id.replace(".jpg", ""));
  }

  private static Set<String> hits(float[] vector, Query filter, CandidateSource source, int window)
      throws IOException {
    FusionModel model =
        new SingleFeature(
            source == CandidateSource.IMAGE ? Feature.IMAGE_COSINE : Feature.CAPTION_COSINE_MAX);
    HybridQuery query =
        new HybridQuery(List.of(), EncodedText.of(vector), model)
            .withSources(Set.of(source))
            .withFilter(filter)
            .withWindow(window);
    IndexSearcher searcher = new IndexSearcher(reader);
    Set<String> hits = new HashSet<>();
    for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
      hits.add(searcher.storedFields().document(hit.doc).get(PhotoSchema.ID));
    }
    return hits;
  }

  private static Set<String> nearest(float[] vector, IntPredicate passes) {
    float[] cosines = new float[PHOTOS];
    for (int i = 0; i < PHOTOS; i++) {
      cosines[i] = VectorUtil.dotProduct(VECTORS.get(i), vector);
    }
    Set<String> nearest = new HashSet<>();
    IntStream.range(0, PHOTOS)
        .filter(passes)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -cosines[i]))
        .limit(10)
        .forEach(i -> nearest.add(i + ".jpg"));
    return nearest;
  }
}
