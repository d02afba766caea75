package dev.ocellus.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.query.CandidateSource;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

/** More vectors than a segment may have without a graph. */
class LargeSegmentTest {

  /** In a cosine of 1: cosines are rounded to 0.00002. */
  private static final double STEPS = 50_000;

  private static final long SEED = 17;
  private static final int PHOTOS = 12_000;
  private static final int DIMENSION = 32;

  private final Random random = new Random(SEED);

  /** Vectors in clusters, as those of photos are; uniform noise has no neighbours. */
  private List<float[]> vectors() {
    List<float[]> centres = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      centres.add(near(new float[DIMENSION], 1));
    }
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < PHOTOS; i++) {
      vectors.add(near(centres.get(random.nextInt(centres.size())), .1f));
    }
    return vectors;
  }

  private float[] near(float[] centre, float distance) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = centre[i] + distance * (float) random.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }

  @Test
  void theGraphFindsTheNearestAndTheirScoresAreExact() throws IOException {
    List<float[]> vectors = vectors();
    try (Directory directory = new ByteBuffersDirectory()) {
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
          writer.put(SmallCollection.photo(i + ".jpg", vectors.get(i), List.of(), List.of()));
        }
        writer.commit();
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        int found = 0;
        for (int q = 0; q < 20; q++) {
          found += found(new IndexSearcher(reader), vectors, near(vectors.get(q * 500), .1f));
        }
        assertTrue(found >= 196, "seed " + SEED + ": " + found + " of the 200 nearest were found");
      }
    }
  }

  private static double dotProduct(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** How many of the ten nearest are among the first ten hits. */
  private static int found(IndexSearcher searcher, List<float[]> vectors, float[] vector)
      throws IOException {
    HybridQuery query =
        new HybridQuery(List.of(), EncodedText.of(vector), new SingleFeature(Feature.IMAGE_COSINE))
            .withSources(Set.of(CandidateSource.IMAGE));
    Set<String> hits = new HashSet<>();
    for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
      String id = searcher.storedFields().document(hit.doc).get("id");
      double cosine = dotProduct(vectors.get(Integer.parseInt(id.replace(".jpg", ""))), vector);
      assertEquals((1 + Math.rint(cosine * STEPS) / STEPS) / 2, hit.score, 1e-6);
      hits.add(id);
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -VectorUtil.dotProduct(vectors.get(i), vector)));
    return (int) order.stream().limit(10).filter(i -> hits.contains(i + ".jpg")).count();
  }
}
