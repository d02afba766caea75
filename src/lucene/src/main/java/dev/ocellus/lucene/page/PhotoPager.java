package dev.ocellus.lucene.page;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.QueryException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of a listing.
 *
 * <p>Pages never overlap and leave nothing out as long as they are read from one commit: with
 * {@link PointsInTime}, or as long as nobody writes. If the index has changed since the page
 * before, the next goes on behind the score (or the values) of the last hit, and a note says so.
 *
 * <p>The order of score is that of {@link Listing#best} as far as it finds; beyond it photos come
 * in bands, each in its own order of score: see {@link BandReader}. A page's cost does not depend
 * on how many pages came before it.
 */
public final class PhotoPager {

  /** What a page says whose index is not that of the page before. */
  static final String CHANGED =
      "the index has changed since the page before; this one goes on behind its last photo, but a"
          + " photo may come twice or be left out";

  /** What a page says that sorted not all photos. */
  static final String TOO_MANY =
      "more photos reach the score than are sorted; raise the minimum score to sort all of them";

  /** A document number below all others. */
  private static final int BEFORE_ALL = -1;

  private final IndexSearcher searcher;
  private final Listing listing;
  private final SortableFields fields;
  private final long query;
  private final long pointInTime;
  private final long commit;

  /**
   * @param searcher of the commit to read, without an executor: a parallel search of graphs may
   *     find other photos every time
   * @param fields what may be sorted by
   * @param query what tokens know the query by, as {@link PageToken#queryHash} makes it
   * @param pointInTime that the searcher is of, or {@link PointsInTime#NONE}
   */
  public PhotoPager(
      IndexSearcher searcher,
      Listing listing,
      SortableFields fields,
      long query,
      long pointInTime) {
    this.searcher = searcher;
    this.listing = listing;
    this.fields = fields;
    this.query = query;
    this.pointInTime = pointInTime;
    this.commit = CommitId.of(searcher.getIndexReader());
  }

  /**
   * Reads a page.
   *
   * @throws QueryException if the token is of another query, or a sort key's field cannot be sorted
   *     by
   */
  public PhotoPage read(PageRequest request) throws IOException {
    PageToken after = request.after();
    if (after != null) {
      after.check(query, request.sort().size(), listing.rankings().size());
    }
    Sort sort = request.sort().isEmpty() ? null : SortKey.sort(request.sort(), fields);
    BandReader bands = new BandReader(searcher, listing);
    float minScore = after == null ? request.cut().minScore(scores(bands)) : after.minScore();
    PageToken here = after == null || after.commit() == commit ? after : moved(after);
    PhotoPage page =
        sort == null
            ? byScore(request, here, bands, minScore)
            : sorted(request, here, bands, minScore, sort);
    return here == after ? page : page.withNote(CHANGED);
  }

  private static float[] scores(BandReader bands) throws IOException {
    List<ScoreDoc> best = bands.best();
    float[] scores = new float[best.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = best.get(i).score;
    }
    return scores;
  }

  private PhotoPage byScore(
      PageRequest request, @Nullable PageToken after, BandReader bands, float minScore)
      throws IOException {
    Position position = after == null ? null : after.position();
    ScorePager pager = new ScorePager(bands, listing.width(), minScore);
    ScorePager.Page page =
        pager.read(position == null ? Position.START : position, request.from(), request.size());
    Position next = page.next();
    int total = (int) bands.best().stream().takeWhile(hit -> hit.score >= minScore).count();
    PageToken token = next == null ? null : token(minScore, next.after().document(), next, null);
    return new PhotoPage(page.hits(), total, minScore, token, List.of());
  }

  private PhotoPage sorted(
      PageRequest request, @Nullable PageToken after, BandReader bands, float minScore, Sort sort)
      throws IOException {
    SortPager pager = new SortPager(searcher, bands, listing.width(), minScore, sort);
    FieldDoc position = after == null ? null : after.last();
    SortPager.Page page = pager.read(position, request.from(), request.size());
    FieldDoc last = page.last();
    PageToken token = last == null ? null : token(minScore, last.doc, null, last);
    PhotoPage answer = new PhotoPage(page.hits(), page.sorted(), minScore, token, List.of());
    return page.all() ? answer : answer.withNote(TOO_MANY);
  }

  private PageToken token(
      float minScore, int document, @Nullable Position position, @Nullable FieldDoc last)
      throws IOException {
    String id =
        searcher.storedFields().document(document, Set.of(PhotoSchema.ID)).get(PhotoSchema.ID);
    return new PageToken(query, commit, pointInTime, minScore, id, position, last);
  }

  /**
   * A token of another commit, as far as it holds in this one. Its document numbers do not: the
   * last photo's is looked up by its name; without it, and in the rankings, photos of equal score
   * come again rather than never.
   */
  private PageToken moved(PageToken token) throws IOException {
    int document = find(token.lastId());
    FieldDoc last = token.last();
    return token.movedTo(
        document, last == null ? null : new FieldDoc(document, last.score, last.fields));
  }

  private int find(String id) throws IOException {
    Query photo =
        new BooleanQuery.Builder()
            .add(PhotoSchema.PHOTOS, Occur.FILTER)
            .add(new TermQuery(new Term(PhotoSchema.ID, id)), Occur.FILTER)
            .build();
    ScoreDoc[] hits = searcher.search(photo, 1).scoreDocs;
    return hits.length == 0 ? BEFORE_ALL : hits[0].doc;
  }
}
