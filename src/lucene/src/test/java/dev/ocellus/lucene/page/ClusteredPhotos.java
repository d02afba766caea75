package dev.ocellus.lucene.page;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.FeatureCurve;
import dev.ocellus.fusion.LogisticFusion;
import dev.ocellus.fusion.Regime;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.SmallCollection;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoDocument;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.text.EncodedText;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Photos whose vectors lie in clusters, as those of real photos do, in segments with graphs. Every
 * third has no caption; captions name two of twenty words, one of them that of the photo's cluster.
 */
final class ClusteredPhotos implements Closeable {

  static final long SEED = 23;

  private static final int DIMENSION = 16;
  private static final List<String> WORDS =
      List.of(
          "dog",
          "cat",
          "horse",
          "boat",
          "car",
          "tree",
          "child",
          "ball",
          "house",
          "river",
          "snow",
          "beach",
          "bird",
          "train",
          "bridge",
          "flower",
          "field",
          "road",
          "street",
          "mountain");

  /** A monotone fusion of all three sources. */
  private static final LogisticFusion FUSION =
      new LogisticFusion(
          List.of(
              new Regime(
                  "all",
                  List.of(Feature.IMAGE_COSINE),
                  -3,
                  List.of(
                      FeatureCurve.line(Feature.IMAGE_COSINE, 3),
                      FeatureCurve.line(Feature.CAPTION_COSINE_MAX, 2),
                      FeatureCurve.line(Feature.BM25, 2)))));

  private final Random random = new Random(SEED);
  private final List<float[]> centres = new ArrayList<>();
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private int added;

  ClusteredPhotos() throws IOException {
    for (int i = 0; i < WORDS.size(); i++) {
      centres.add(near(new float[DIMENSION], 1));
    }
    IndexWriterConfig config = new IndexWriterConfig(SmallCollection.ANALYZER.analyzer());
    this.writer = new IndexWriter(directory, config.setMergePolicy(NoMergePolicy.INSTANCE));
  }

  private float[] near(float[] centre, float distance) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = centre[i] + distance * (float) random.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }

  /** Adds so many photos, named by their number, and commits them. */
  ClusteredPhotos add(int photos) throws IOException {
    for (int i = 0; i < photos; i++) {
      put(added++ + ".jpg");
    }
    writer.commit();
    return this;
  }

  private void put(String id) throws IOException {
    int cluster = random.nextInt(centres.size());
    boolean captioned = random.nextInt(3) > 0;
    String other = WORDS.get(random.nextInt(WORDS.size()));
    IndexedPhoto photo =
        SmallCollection.photo(
            id,
            near(centres.get(cluster), .1f),
            captioned ? List.of(WORDS.get(cluster) + " " + other) : List.of(),
            captioned ? List.of(near(centres.get(cluster), .2f)) : List.of());
    IndexedPhoto.Picture picture = photo.picture();
    IndexedPhoto dated =
        new IndexedPhoto(
            id,
            photo.sha256(),
            new IndexedPhoto.Picture(picture.vector(), 0, 7, 640, 480, takenAt(id)),
            photo.captions(),
            photo.encodedCaptions());
    writer.updateDocuments(new Term(PhotoSchema.ID, id), PhotoDocument.block(dated, "test/model"));
  }

  private static int number(String id) {
    return Integer.parseInt(id.replace(".jpg", ""));
  }

  /** Photos of even numbers have one of seven times, the others none. */
  private static @Nullable Long takenAt(String id) {
    return number(id) % 2 == 0 ? Long.valueOf(number(id) % 14) : null;
  }

  /** Orders photos of an unchanged index as an index sorted by the key must. */
  static void sort(List<String> ids, SortKey key) {
    Comparator<Long> present =
        key.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Comparator<String> order =
        key.field().equals(PhotoSchema.ID)
            ? Comparator.reverseOrder()
            : Comparator.comparing(
                ClusteredPhotos::takenAt,
                key.missing() == SortKey.Missing.FIRST
                    ? Comparator.nullsFirst(present)
                    : Comparator.nullsLast(present));
    ids.sort(order.thenComparing(ClusteredPhotos::number));
  }

  /** Deletes a photo, puts another in place of a second, adds a third, and commits. */
  void change(String deleted, String replaced) throws IOException {
    writer.deleteDocuments(new Term(PhotoSchema.ID, deleted));
    put(replaced);
    add(1);
  }

  /** {@link #change}, for threads. */
  void changeUnchecked(String deleted, String replaced) {
    try {
      change(deleted, replaced);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ClusteredPhotos delete(String id) throws IOException {
    writer.deleteDocuments(new Term(PhotoSchema.ID, id));
    writer.commit();
    return this;
  }

  DirectoryReader open() throws IOException {
    return DirectoryReader.open(directory);
  }

  /** A query near the first cluster, in its words. */
  HybridQuery query(int window) {
    List<LemmaGroup> words =
        LemmaGroup.of(SmallCollection.ANALYZER.analyzer(), PhotoSchema.CAPTION, "dog beach", 9);
    return new HybridQuery(words, EncodedText.of(centres.getFirst()), FUSION).withWindow(window);
  }

  /** Names of all that {@link #add} put. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < added; i++) {
      ids.add(i + ".jpg");
    }
    return ids;
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
