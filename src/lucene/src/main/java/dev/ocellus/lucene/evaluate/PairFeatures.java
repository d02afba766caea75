package dev.ocellus.lucene.evaluate;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.Signal;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoReader;
import dev.ocellus.lucene.query.HybridQuery;
import dev.ocellus.lucene.text.EncodedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/**
 * The features of given pairs of a photo and a text, as a search has them, whether it would find
 * the photo or not. Each text is encoded once; statistics are the collection's. Used by one thread.
 */
public final class PairFeatures {

  private final PhotoSearcher collection;
  private final Map<String, EncodedText> encoded = new HashMap<>();
  private final int[] documents;
  private final Set<String> images;

  /**
   * @param collection to be open as long as this is used
   */
  public PairFeatures(PhotoSearcher collection) throws IOException {
    this.collection = collection;
    this.documents = new PhotoFeatures(collection.searcher()).documents();
    this.images = documentOf(collection, documents).keySet();
  }

  /** Ids of the collection's photos. */
  public Set<String> images() {
    return Collections.unmodifiableSet(images);
  }

  /**
   * Features of pairs with some of their photos' captions.
   *
   * @param pairs of {@link #images}
   * @param progress hears the number of pairs done
   * @return one value a {@link dev.ocellus.fusion.Feature} for each pair, in their order
   */
  public List<float[]> of(List<PhotoText> pairs, KnownCaptions known, LongConsumer progress)
      throws IOException {
    if (known == KnownCaptions.ALL) {
      return of(collection, pairs, progress);
    }
    try (AlteredPhotos altered = new AlteredPhotos(collection, documents, known::of)) {
      return of(altered.searcher(), pairs, progress);
    }
  }

  private List<float[]> of(PhotoSearcher photos, List<PhotoText> pairs, LongConsumer progress)
      throws IOException {
    PhotoFeatures all = new PhotoFeatures(photos.searcher());
    Map<String, Integer> documentOf = documentOf(photos, all.documents());
    PhotoReader reader = new PhotoReader(photos.searcher().getIndexReader());
    float[][] features = new float[pairs.size()][];
    long done = 0;
    for (Map.Entry<String, List<Integer>> rows : byText(pairs).entrySet()) {
      HybridQuery query = query(photos, rows.getKey());
      int[] found = new int[rows.getValue().size()];
      Arrays.setAll(found, i -> document(documentOf, pairs.get(rows.getValue().get(i)).image()));
      int[] ascending = Arrays.stream(found).sorted().distinct().toArray();
      List<float[]> ofDocuments = all.of(query, ascending);
      for (int i = 0; i < found.length; i++) {
        int row = rows.getValue().get(i);
        IndexedPhoto altered = altered(reader, found[i], pairs.get(row).leaveOut());
        features[row] =
            altered == null
                ? ofDocuments.get(Arrays.binarySearch(ascending, found[i]))
                : alone(altered, query);
      }
      done += found.length;
      progress.accept(done);
    }
    return List.of(features);
  }

  private HybridQuery query(PhotoSearcher photos, String text) {
    EncodedText query = encoded.computeIfAbsent(text, collection::encode);
    return photos.query(text, query, Signal.FUSED, null);
  }

  private static int document(Map<String, Integer> documentOf, String image) {
    Integer document = documentOf.get(image);
    if (document == null) {
      throw new IllegalArgumentException("no photo " + image + " in the collection");
    }
    return document;
  }

  private static @Nullable IndexedPhoto altered(
      PhotoReader reader, int document, Set<String> leaveOut) throws IOException {
    if (leaveOut.isEmpty()) {
      return null;
    }
    IndexedPhoto photo = reader.read(document);
    IndexedPhoto left = photo;
    for (String caption : leaveOut) {
      left = left.withoutCaption(caption);
    }
    return left.captions().size() < photo.captions().size() ? left : null;
  }

  private float[] alone(IndexedPhoto photo, HybridQuery query) throws IOException {
    try (LeaveOneOut alone = LeaveOneOut.in(collection, photo)) {
      return alone.features(query);
    }
  }

  private static Map<String, List<Integer>> byText(List<PhotoText> pairs) {
    Map<String, List<Integer>> byText = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      byText.computeIfAbsent(pairs.get(i).text(), text -> new ArrayList<>()).add(i);
    }
    return byText;
  }

  private static Map<String, Integer> documentOf(PhotoSearcher photos, int[] documents)
      throws IOException {
    StoredFields stored = photos.searcher().storedFields();
    Map<String, Integer> documentOf = new HashMap<>();
    for (int document : documents) {
      documentOf.put(
          stored.document(document, Set.of(PhotoSchema.ID)).get(PhotoSchema.ID), document);
    }
    return documentOf;
  }
}
