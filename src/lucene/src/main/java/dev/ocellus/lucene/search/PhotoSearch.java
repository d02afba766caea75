package dev.ocellus.lucene.search;

import dev.ocellus.lucene.Hit;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.facet.Facet;
import dev.ocellus.lucene.page.PhotoPage;
import dev.ocellus.lucene.page.PointsInTime;
import dev.ocellus.lucene.policy.PolicyDecision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers one request from one commit: the request is compiled to Lucene's queries, its page is
 * read, the result counted, and what a hit shows is read of the hits of the page alone.
 */
public final class PhotoSearch {

  private final PhotoSearcher photos;
  private final SearchRequest request;
  private final PolicyDecision decision;
  private final long pointInTime;

  /**
   * @param decision what the request's policy says of its text, which it does not block
   * @param pointInTime that the photos are of, or {@link PointsInTime#NONE}
   */
  public PhotoSearch(
      PhotoSearcher photos, SearchRequest request, PolicyDecision decision, long pointInTime) {
    this.photos = photos;
    this.request = request;
    this.decision = decision;
    this.pointInTime = pointInTime;
  }

  /** Searches. */
  public SearchResponse run() throws IOException {
    long start = System.nanoTime();
    QueryCompiler compiler = new QueryCompiler(photos, request);
    CompiledQuery query = compiler.compile();
    ResultReader results = new ResultReader(photos, request, query, pointInTime);
    Result result = results.read();
    HitReader reader = new HitReader(photos, request, query);
    List<Hit> hits = reader.read(result);
    List<Facet> facets = results.facets(result.page().minScore());
    PhotoPage page = result.page();
    List<String> notes = new ArrayList<>(query.notes());
    notes.addAll(page.notes());
    long took = System.nanoTime() - start;
    return new SearchResponse(
        request.text(),
        compiler.encodeNanos(),
        took - compiler.encodeNanos(),
        page.total(),
        page.minScore(),
        hits,
        page.next(),
        notes,
        null,
        facets,
        decision);
  }
}
