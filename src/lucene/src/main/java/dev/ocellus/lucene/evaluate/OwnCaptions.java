package dev.ocellus.lucene.evaluate;

import dev.ocellus.fusion.DataException;
import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.training.TrainingPairs;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoReader;
import dev.ocellus.lucene.policy.PolicyFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Queries that a collection asks of itself: its own captions, each held out.
 *
 * <p>In a round every photo loses one of its captions, which asks for that photo; in the next round
 * another one. So all photos, the right one and the others, are one caption poorer, and a photo
 * with one caption stands as one without. The collection's statistics and means stay.
 */
public final class OwnCaptions {

  /** Photos with two captions or more that it takes to tell what captions say. */
  static final int FEWEST = 20;

  /** Photos that the queries are asked of: they are held in memory. */
  private static final int MOST_PHOTOS = 10_000;

  private final PhotoSearcher collection;
  private final int[] documents;
  private final Map<String, Photo> photos = new LinkedHashMap<>();
  private final int queries;
  private final Random random;

  /**
   * @param rotation which caption is the first to be held out
   */
  private record Photo(String id, List<String> captions, int rotation) {

    String heldOut(int round) {
      return captions.get((rotation + round) % captions.size());
    }

    IndexedPhoto without(int round, IndexedPhoto photo) {
      return captions.isEmpty() ? photo : photo.withoutCaption(heldOut(round));
    }
  }

  /**
   * @param name the collection's, in messages
   * @param most queries to draw at most
   * @throws DataException if there are too few photos with two captions or more
   */
  public OwnCaptions(PhotoSearcher collection, String name, int most, long seed)
      throws IOException {
    this.collection = collection;
    this.random = new Random(seed);
    this.documents = draw(new PhotoFeatures(collection.searcher()).documents());
    PhotoReader reader = new PhotoReader(collection.searcher().getIndexReader());
    for (int document : documents) {
      IndexedPhoto photo = reader.read(document);
      photos.put(photo.id(), new Photo(photo.id(), photo.captions(), random.nextInt(1 << 16)));
    }
    this.queries =
        Math.min(most, photos.values().stream().mapToInt(p -> p.captions().size()).sum());
    check(name);
  }

  private int[] draw(int[] all) {
    if (all.length <= MOST_PHOTOS) {
      return all;
    }
    List<Integer> shuffled = new ArrayList<>(Arrays.stream(all).boxed().toList());
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, MOST_PHOTOS).stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private void check(String name) {
    long several = photos.values().stream().filter(photo -> photo.captions().size() > 1).count();
    if (queries == 0) {
      throw new DataException(
          name + " has no captions to learn from; index some, or give texts by --queries");
    }
    if (several < FEWEST) {
      throw new DataException(
          "%s has %d photos with two captions or more; to learn from its own captions takes %d: index more, or give other texts by --queries"
              .formatted(name, several, FEWEST));
    }
  }

  /** Number of queries that will be drawn. */
  public int queries() {
    return queries;
  }

  /**
   * Draws the pairs of all queries.
   *
   * @param policy by which queries and photos are dropped, or null
   * @param progress hears the number of queries done
   */
  public void sample(
      PairSampler sampler,
      @Nullable PolicyFilter policy,
      TrainingPairs.Builder pairs,
      LongConsumer progress)
      throws IOException {
    int done = 0;
    for (int round = 0; done < queries; round++) {
      List<CaptionRow> rows = rows(round, queries - done);
      int before = done;
      try (AlteredPhotos poorer = new AlteredPhotos(collection, documents, withoutOne(round))) {
        sampler.sample(poorer.searcher(), rows, policy, pairs, n -> progress.accept(before + n));
      }
      done += rows.size();
    }
  }

  /**
   * Draws the pairs of as many queries of photos of which the first caption alone is known: the
   * others ask.
   *
   * @param policy by which queries and photos are dropped, or null
   * @param progress hears the number of queries done
   */
  public void sampleKnowingFirst(
      PairSampler sampler,
      @Nullable PolicyFilter policy,
      TrainingPairs.Builder pairs,
      LongConsumer progress)
      throws IOException {
    List<CaptionRow> rows = new ArrayList<>();
    for (Photo photo : photos.values()) {
      for (int i = 1; i < photo.captions().size(); i++) {
        rows.add(row(photo, i, photo.captions().get(i)));
      }
    }
    Collections.shuffle(rows, random);
    try (AlteredPhotos first = new AlteredPhotos(collection, documents, KnownCaptions.FIRST::of)) {
      List<CaptionRow> drawn = rows.subList(0, Math.min(queries, rows.size()));
      sampler.sample(first.searcher(), drawn, policy, pairs, progress);
    }
  }

  private static CaptionRow row(Photo photo, int number, String text) {
    return new CaptionRow(photo.id(), photo.id() + "#" + number, text, number + 1L, Map.of());
  }

  private UnaryOperator<IndexedPhoto> withoutOne(int round) {
    return photo -> Objects.requireNonNull(photos.get(photo.id())).without(round, photo);
  }

  /** The captions held out in a round, in random order. */
  private List<CaptionRow> rows(int round, int most) {
    List<Photo> asking =
        new ArrayList<>(
            photos.values().stream().filter(photo -> photo.captions().size() > round).toList());
    Collections.shuffle(asking, random);
    List<CaptionRow> rows = new ArrayList<>();
    for (Photo photo : asking.subList(0, Math.min(most, asking.size()))) {
      rows.add(row(photo, round, photo.heldOut(round)));
    }
    return rows;
  }
}
