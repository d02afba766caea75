package dev.ocellus.lucene.search;

import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.facet.Facet;
import dev.ocellus.lucene.facet.FacetCounter;
import dev.ocellus.lucene.facet.FacetRequest;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.group.FieldGroups;
import dev.ocellus.lucene.group.HitGroup;
import dev.ocellus.lucene.group.HitGrouping;
import dev.ocellus.lucene.group.MaximalMarginalRelevance;
import dev.ocellus.lucene.group.NearDuplicates;
import dev.ocellus.lucene.page.Listing;
import dev.ocellus.lucene.page.PageRequest;
import dev.ocellus.lucene.page.PhotoPage;
import dev.ocellus.lucene.page.PhotoPager;
import dev.ocellus.lucene.page.SortableFields;
import dev.ocellus.lucene.query.HybridQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Reads the page that a request asks for. */
final class ResultReader {

  private final PhotoSearcher photos;
  private final SearchRequest request;
  private final CompiledQuery query;
  private final long pointInTime;
  private @Nullable List<ScoreDoc> candidates;

  ResultReader(PhotoSearcher photos, SearchRequest request, CompiledQuery query, long pointInTime) {
    this.photos = photos;
    this.request = request;
    this.query = query;
    this.pointInTime = pointInTime;
  }

  Result read() throws IOException {
    PageRequest page = request.page();
    return request.arrangement().isNone()
        ? new Result(pager().read(page), page.from() + 1, Map.of())
        : arranged(page);
  }

  private PhotoPager pager() throws IOException {
    return new PhotoPager(
        photos.searcher(),
        listing(),
        new SortableFields(photos.metadata().fields()),
        RequestHash.of(request),
        pointInTime);
  }

  private Query shown() {
    Query condition = query.condition();
    Query postFilter = query.postFilter();
    return postFilter == null
        ? condition
        : new BooleanQuery.Builder()
            .add(condition, Occur.FILTER)
            .add(postFilter, Occur.FILTER)
            .build();
  }

  private Listing listing() throws IOException {
    Query shown = shown();
    HybridQuery hybrid = query.hybrid();
    if (hybrid == null) {
      return Listing.of(new ConstantScoreQuery(shown));
    }
    if (query.postFilter() != null) {
      return Listing.of(hybrid.withFilter(shown));
    }
    return request.details().facets().isEmpty()
        ? Listing.of(hybrid)
        : Listing.of(hybrid, candidates(hybrid));
  }

  /** The best hits, alike ones joined or moved apart, of which the page is cut. */
  private Result arranged(PageRequest page) throws IOException {
    Arrangement arrangement = request.arrangement();
    if (page.after() != null) {
      throw new QueryException(
          "collapsed and diversified hits are paged by from and size, not by page tokens");
    }
    if (arrangement.diversify() != null && !page.sort().isEmpty()) {
      throw new QueryException("hits are either sorted or diversified, not both");
    }
    PhotoPage best = best(page);
    IndexReader reader = photos.searcher().getIndexReader();
    List<ScoreDoc> hits = best.hits();
    Map<Integer, List<ScoreDoc>> alike = new HashMap<>();
    if (arrangement.collapse() != null) {
      List<ScoreDoc> shown = new ArrayList<>();
      for (HitGroup group :
          grouping(arrangement.collapse(), photos.metadata().fields()).group(reader, hits)) {
        shown.add(group.best());
        alike.put(group.best().doc, group.others());
      }
      hits = shown;
    }
    if (arrangement.diversify() != null) {
      int depth = Math.clamp(hits.size(), 1, MaximalMarginalRelevance.MAX_DEPTH);
      hits = new MaximalMarginalRelevance(arrangement.diversify(), depth).reorder(reader, hits);
    }
    int from = Math.min(page.from(), hits.size());
    List<ScoreDoc> shown = hits.subList(from, Math.min(from + page.size(), hits.size()));
    return new Result(
        new PhotoPage(shown, hits.size(), best.minScore(), null, best.notes()),
        page.from() + 1,
        alike);
  }

  /**
   * What is arranged: the query's candidates where they reach to the page, else the best photos of
   * all, for which every photo's vectors are read.
   */
  private PhotoPage best(PageRequest page) throws IOException {
    HybridQuery hybrid = query.hybrid();
    if (hybrid != null && page.sort().isEmpty()) {
      List<ScoreDoc> ranked = shownCandidates(hybrid);
      boolean reach = page.from() + page.size() <= ranked.size();
      if (reach || request.arrangement().diversify() != null) {
        float[] scores = new float[ranked.size()];
        for (int i = 0; i < scores.length; i++) {
          scores[i] = ranked.get(i).score;
        }
        float minScore = page.cut().minScore(scores);
        List<ScoreDoc> hits =
            ranked.stream()
                .takeWhile(hit -> hit.score >= minScore)
                .limit(PageRequest.MOST_SIZE)
                .toList();
        return new PhotoPage(hits, hits.size(), minScore, null, List.of());
      }
    }
    return pager().read(new PageRequest(0, PageRequest.MOST_SIZE, null, page.sort(), page.cut()));
  }

  /** The candidates that the post-filter lets through, as those of the listing. */
  private List<ScoreDoc> shownCandidates(HybridQuery hybrid) throws IOException {
    Query shown = shown();
    return query.postFilter() == null
        ? candidates(hybrid)
        : Arrays.asList(photos.search(hybrid.withFilter(shown)).scoreDocs);
  }

  /**
   * Counts over all hits that score enough, whatever page is shown and whatever the post-filter
   * lets through.
   *
   * @throws QueryException if a field cannot be counted
   */
  List<Facet> facets(float minScore) throws IOException {
    List<String> fields = request.details().facets();
    if (fields.isEmpty()) {
      return List.of();
    }
    FacetCounter counter =
        FacetCounter.of(photos.searcher().getIndexReader(), photos.metadata().fields());
    List<FacetRequest> requests = fields.stream().map(FacetRequest::of).toList();
    HybridQuery hybrid = query.hybrid();
    if (hybrid == null && minScore <= 1) {
      return counter.count(requests, photos.searcher(), query.condition());
    }
    List<ScoreDoc> found = hybrid == null ? List.of() : candidates(hybrid);
    return counter.count(requests, found.stream().filter(hit -> hit.score >= minScore).toList());
  }

  /** All that the query finds, best first: ranked once for the page and the counts. */
  private List<ScoreDoc> candidates(HybridQuery hybrid) throws IOException {
    List<ScoreDoc> known = candidates;
    if (known == null) {
      known = Arrays.asList(photos.search(hybrid).scoreDocs);
      candidates = known;
    }
    return known;
  }

  private static HitGrouping grouping(String name, FieldCatalogue fields) {
    return name.equals(Arrangement.NEAR_DUPLICATES)
        ? NearDuplicates.DEFAULT
        : FieldGroups.of(name, fields);
  }
}
