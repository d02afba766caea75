package dev.ocellus.lucene.group;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.QueryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Joins a hit with the first better one that it is a near-duplicate of: their perceptual hashes
 * differ in few bits and their image vectors are close. Neither alone tells: few bits differ too
 * between unrelated photos that are light above and dark below, and vectors are close of different
 * photos of one scene. The less one of the two differs, the more the other may.
 *
 * <p>Every member is a near-duplicate of the hit that stands for it, not of one another: there are
 * no chains.
 *
 * @param limits two photos are near-duplicates if they are within any of these; at least one
 */
public record NearDuplicates(List<Limit> limits) implements HitGrouping {

  /**
   * Copies that were resized or compressed anew keep their hash (up to 4 bits), but an encoder may
   * see them blurred (cosine from .6); copies that were cropped keep their vector (from .93), but
   * shift the hash (up to 12 bits).
   */
  public static final NearDuplicates DEFAULT =
      new NearDuplicates(List.of(new Limit(4, .6f), new Limit(12, .93f)));

  /**
   * How far two photos may be apart.
   *
   * @param hashDistance bits in which the perceptual hashes may differ, 0 to 64
   * @param cosine least cosine of the image vectors, -1 to 1
   */
  public record Limit(int hashDistance, float cosine) {

    /**
     * @throws QueryException if one is out of its range
     */
    public Limit {
      if (hashDistance < 0 || hashDistance > Long.SIZE) {
        throw new QueryException("the hash distance must be in [0, 64], got " + hashDistance);
      }
      if (!(cosine >= -1 && cosine <= 1)) {
        throw new QueryException("the cosine must be in [-1, 1], got " + cosine);
      }
    }
  }

  /**
   * @throws QueryException if there is no limit
   */
  public NearDuplicates {
    limits = List.copyOf(limits);
    if (limits.isEmpty()) {
      throw new QueryException("near-duplicates need at least one limit");
    }
  }

  @Override
  public List<HitGroup> group(IndexReader reader, List<ScoreDoc> hits) throws IOException {
    Map<Integer, Long> hashes = HitValues.read(reader, hits, NearDuplicates::hashes);
    Map<Integer, float[]> vectors = HitValues.imageVectors(reader, hits);
    List<GroupBuilder> groups = new ArrayList<>();
    List<Look> looks = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      Look look = new Look(hashes.get(hit.doc), vectors.get(hit.doc));
      int same = firstLike(look, looks);
      if (same >= 0) {
        groups.get(same).add(hit);
      } else {
        groups.add(new GroupBuilder(hit));
        looks.add(look);
      }
    }
    return GroupBuilder.build(groups);
  }

  private static HitValues.Values<Long> hashes(LeafReader segment) throws IOException {
    SortedNumericDocValues hashes =
        DocValues.getSortedNumeric(segment, PhotoSchema.PERCEPTUAL_HASH);
    return document -> hashes.advanceExact(document) ? hashes.nextValue() : null;
  }

  private int firstLike(Look look, List<Look> looks) {
    for (int i = 0; i < looks.size(); i++) {
      if (areAlike(looks.get(i), look)) {
        return i;
      }
    }
    return -1;
  }

  private boolean areAlike(Look a, Look b) {
    if (a.hash == null || b.hash == null || a.vector == null || b.vector == null) {
      return false;
    }
    int distance = Long.bitCount(a.hash ^ b.hash);
    for (Limit limit : limits) {
      if (distance <= limit.hashDistance
          && VectorUtil.dotProduct(a.vector, b.vector) >= limit.cosine) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Look(@Nullable Long hash, float @Nullable [] vector) {}
}
