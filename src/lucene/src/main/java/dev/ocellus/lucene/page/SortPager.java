package dev.ocellus.lucene.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * Pages in order of fields. Sorted are the photos that reach the least score, band by band up to
 * the first of which none does, but not many more than {@link #MOST}: the best of them by their
 * order of score. They are found anew for every page, at a cost that depends on their number alone.
 */
final class SortPager {

  /** Photos from which on no further band is read. */
  static final int MOST = 10_000;

  private final IndexSearcher searcher;
  private final BandReader bands;
  private final int width;
  private final float minScore;
  private final Sort sort;

  /**
   * @param width how many photos each ranking brings to the first bands
   * @param minScore photos that score less are left out
   */
  SortPager(IndexSearcher searcher, BandReader bands, int width, float minScore, Sort sort) {
    this.searcher = searcher;
    this.bands = bands;
    this.width = width;
    this.minScore = minScore;
    this.sort = sort;
  }

  /**
   * A page.
   *
   * @param last the last hit with its values, if a page comes after it; null if this is the last
   * @param sorted number of photos that were sorted
   * @param all whether these are all that reach the least score
   */
  record Page(List<ScoreDoc> hits, @Nullable FieldDoc last, int sorted, boolean all) {}

  /**
   * Reads a page.
   *
   * @param after the last hit of the page before, or null for the first page
   * @param from so many photos are passed over
   * @param size at most so many hits, at least 1
   */
  Page read(@Nullable FieldDoc after, int from, int size) throws IOException {
    List<ScoreDoc> photos = new ArrayList<>();
    boolean all = collect(photos);
    Map<Integer, Float> scores = new HashMap<>();
    photos.forEach(photo -> scores.put(photo.doc, photo.score));
    int wanted = from + size;
    var manager = new TopFieldCollectorManager(sort, wanted + 1, after, Integer.MAX_VALUE);
    ScoreDoc[] top = searcher.search(new RankingQuery(photos), manager).scoreDocs;
    boolean more = top.length > wanted;
    int end = Math.min(wanted, top.length);
    FieldDoc last = more ? (FieldDoc) top[wanted - 1] : null;
    List<ScoreDoc> hits =
        Arrays.stream(top, Math.min(from, end), end)
            .map(hit -> new ScoreDoc(hit.doc, scores.getOrDefault(hit.doc, Float.NaN)))
            .toList();
    return new Page(hits, last, photos.size(), all);
  }

  /** Adds the photos that reach the least score; returns whether they are all. */
  private boolean collect(List<ScoreDoc> photos) throws IOException {
    int wide = width;
    BandStart start = BandStart.FIRST;
    while (start != null && photos.size() < MOST) {
      Band band = bands.read(start, Place.START, Integer.MAX_VALUE, wide);
      List<ScoreDoc> reached =
          band.photos().stream().takeWhile(hit -> hit.score >= minScore).toList();
      photos.addAll(reached);
      if (reached.isEmpty() && !band.photos().isEmpty()) {
        return true;
      }
      start = band.next();
      // All are wanted, and wide bands have fewer scans.
      wide = Math.min(MOST, 2 * wide);
    }
    return start == null;
  }
}
