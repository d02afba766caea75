package dev.ocellus.lucene.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads a listing in bands. The first band are the best photos. Every further one are the next
 * {@code width} photos of each ranking that no band before had; of a photo's own bands the first
 * counts. So each photo of the listing is in exactly one band.
 *
 * <p>Whether an earlier band had a photo is told by its score in each ranking, compared with the
 * place where the band begins. Hence a band's cost does not depend on how many came before it: the
 * best photos once more, a scan of each ranking, and the scores of the band's own photos.
 */
final class BandReader {

  private final IndexSearcher searcher;
  private final Listing listing;
  private final List<Query> rankings;
  private @Nullable List<ScoreDoc> best;

  BandReader(IndexSearcher searcher, Listing listing) {
    this.searcher = searcher;
    this.listing = listing;
    this.rankings = listing.rankings();
  }

  /**
   * The photos of a band behind a place in it.
   *
   * @param start {@link BandStart#FIRST} or where another band of the same reader said
   * @param most at most so many, at least 1
   * @param width how many photos each ranking brings to the band, if it is not the first
   */
  Band read(BandStart start, Place after, int most, int width) throws IOException {
    return start.isFirst() ? best(after, most) : further(start, after, most, width);
  }

  /** The first band, best first. */
  List<ScoreDoc> best() throws IOException {
    List<ScoreDoc> known = best;
    if (known == null) {
      Query query = searcher.rewrite(listing.best());
      known = search(query, Place.START, Math.max(1, searcher.count(query)));
      best = known;
    }
    return known;
  }

  private Band best(Place after, int most) throws IOException {
    List<ScoreDoc> photos = best().stream().filter(after::isBefore).limit(most).toList();
    BandStart next =
        rankings.isEmpty()
            ? null
            : new BandStart(Collections.nCopies(rankings.size(), Place.START));
    return new Band(photos, next);
  }

  private Band further(BandStart start, Place after, int most, int width) throws IOException {
    Query seen = new RankingQuery(best());
    Map<Integer, ScoreDoc> found = new TreeMap<>();
    List<Place> ends = new ArrayList<>();
    for (int i = 0; i < rankings.size(); i++) {
      Place place = start.rankings().get(i);
      List<ScoreDoc> brought =
          place.equals(Place.END) ? List.of() : search(unseen(i, seen), place, width);
      brought.forEach(hit -> found.put(hit.doc, hit));
      ends.add(brought.size() < width ? Place.END : Place.behind(brought.getLast()));
    }
    for (int i = 0; i < rankings.size(); i++) {
      dropBroughtBefore(start.rankings().get(i), rankings.get(i), found);
    }
    int[] photos = found.keySet().stream().mapToInt(Integer::intValue).toArray();
    List<ScoreDoc> scored = search(listing.scoring(searcher, photos), after, most);
    boolean last = ends.stream().allMatch(Place.END::equals);
    return new Band(scored, last ? null : new BandStart(ends));
  }

  private Query unseen(int ranking, Query seen) {
    return new BooleanQuery.Builder()
        .add(rankings.get(ranking), Occur.MUST)
        .add(seen, Occur.MUST_NOT)
        .build();
  }

  /** Drops the photos that rank before a place, where an earlier band has had them. */
  private void dropBroughtBefore(Place place, Query ranking, Map<Integer, ScoreDoc> found)
      throws IOException {
    Collection<ScoreDoc> photos = List.copyOf(found.values());
    if (place.equals(Place.START) || photos.isEmpty()) {
      return;
    }
    Query ofThese =
        new BooleanQuery.Builder()
            .add(ranking, Occur.MUST)
            .add(new RankingQuery(photos), Occur.FILTER)
            .build();
    for (ScoreDoc hit : search(ofThese, Place.START, photos.size())) {
      if (!place.isBefore(hit)) {
        found.remove(hit.doc);
      }
    }
  }

  /** All is counted, so that a document's score is computed the same way in every search. */
  private List<ScoreDoc> search(Query query, Place after, int most) throws IOException {
    int documents = Math.max(1, searcher.getIndexReader().maxDoc());
    var manager =
        new TopScoreDocCollectorManager(
            Math.min(most, documents), after.toScoreDoc(), Integer.MAX_VALUE);
    return Arrays.asList(searcher.search(query, manager).scoreDocs);
  }
}
