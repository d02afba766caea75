package dev.ocellus.lucene.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Pages in order of score: first the best photos, then band by band. The listing ends with its last
 * photo, or with the first band of which no photo reaches the least score.
 */
final class ScorePager {

  private final BandReader bands;
  private final int width;
  private final float minScore;

  /**
   * @param width how many photos each ranking brings to a band
   * @param minScore photos that score less are left out
   */
  ScorePager(BandReader bands, int width, float minScore) {
    this.bands = bands;
    this.width = width;
    this.minScore = minScore;
  }

  /**
   * A page.
   *
   * @param next where the page after it begins, or null if this is the last
   */
  record Page(List<ScoreDoc> hits, @Nullable Position next) {}

  private record Listed(ScoreDoc hit, BandStart band) {}

  /**
   * Reads a page.
   *
   * @param position where the page before ended
   * @param from so many photos are passed over
   * @param size at most so many hits, at least 1
   */
  Page read(Position position, int from, int size) throws IOException {
    int wanted = from + size;
    // One more tells whether the page is the last.
    List<Listed> listed = collect(position, wanted + 1);
    boolean more = listed.size() > wanted;
    List<Listed> page =
        listed.subList(Math.min(from, listed.size()), listed.size() - (more ? 1 : 0));
    Position next = null;
    if (more) {
      Listed last = page.getLast();
      next = new Position(last.band(), Place.behind(last.hit()));
    }
    return new Page(page.stream().map(Listed::hit).toList(), next);
  }

  private List<Listed> collect(Position position, int wanted) throws IOException {
    List<Listed> listed = new ArrayList<>();
    BandStart start = position.band();
    Place after = position.after();
    while (start != null && listed.size() < wanted) {
      Band band = bands.read(start, after, wanted - listed.size(), width);
      boolean reached = !after.equals(Place.START);
      for (ScoreDoc hit : band.photos()) {
        if (hit.score < minScore) {
          break;
        }
        reached = true;
        listed.add(new Listed(hit, start));
      }
      // A band whose photos were all in earlier ones says nothing of those to come.
      if (!reached && !band.photos().isEmpty()) {
        break;
      }
      start = band.next();
      after = Place.START;
    }
    return listed;
  }
}
