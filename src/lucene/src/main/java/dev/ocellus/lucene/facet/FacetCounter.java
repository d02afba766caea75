package dev.ocellus.lucene.facet;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.fields.FieldKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.LongValueFacetCounts;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.NumericUtils;

/**
 * Counts values among the photos that a query found, by Lucene's facets over doc values.
 *
 * <p>To be counted is the whole result: all hits above the score cut that the query's own filters
 * let through, before paging, grouping and post-filters. So a post-filter narrows the hits and not
 * the counts, as in Elasticsearch: who chooses the tag beach still sees how many photos the other
 * tags have.
 *
 * <p>Bound to one reader, of which it keeps the order of each counted field's texts. Safe for use
 * by several threads.
 */
public final class FacetCounter {

  private static final Map<IndexReader.CacheKey, FacetCounter> COMMITS = new ConcurrentHashMap<>();

  private final IndexReader reader;
  private final FieldCatalogue fields;
  private final Map<String, StringDocValuesReaderState> texts = new ConcurrentHashMap<>();

  /**
   * The counter of a commit, made once.
   *
   * @param fields the index's at this commit
   */
  public static FacetCounter of(IndexReader reader, FieldCatalogue fields) throws IOException {
    IndexReader.CacheHelper commit = reader.getReaderCacheHelper();
    if (commit == null) {
      return new FacetCounter(reader, fields);
    }
    FacetCounter known = COMMITS.get(commit.getKey());
    if (known == null || !known.fields.equals(fields)) {
      known = new FacetCounter(reader, fields);
      if (COMMITS.put(commit.getKey(), known) == null) {
        commit.addClosedListener(COMMITS::remove);
      }
    }
    return known;
  }

  /**
   * @param fields the index's
   */
  public FacetCounter(IndexReader reader, FieldCatalogue fields) {
    this.reader = reader;
    this.fields = fields;
  }

  /**
   * Counts the values of a field.
   *
   * @param hits photos of the reader, each once, in any order
   * @throws QueryException if there is no such field or it is a text
   */
  public Facet count(FacetRequest request, List<ScoreDoc> hits) throws IOException {
    return count(request, HitCollector.collect(reader, hits));
  }

  /**
   * The same of several fields.
   *
   * @return in the order of the requests
   */
  public List<Facet> count(List<FacetRequest> requests, List<ScoreDoc> hits) throws IOException {
    return count(requests, HitCollector.collect(reader, hits));
  }

  /**
   * The same among all photos that a query matches, which are not ranked for it.
   *
   * @param searcher of the reader
   */
  public List<Facet> count(List<FacetRequest> requests, IndexSearcher searcher, Query query)
      throws IOException {
    return count(requests, searcher.search(query, new FacetsCollectorManager()));
  }

  private List<Facet> count(List<FacetRequest> requests, FacetsCollector photos)
      throws IOException {
    List<Facet> facets = new ArrayList<>();
    for (FacetRequest request : requests) {
      facets.add(count(request, photos));
    }
    return facets;
  }

  private Facet count(FacetRequest request, FacetsCollector photos) throws IOException {
    FieldKind kind = fields.kindToUse(request.field(), "count");
    FacetResult found =
        kind == FieldKind.KEYWORD
            ? new StringValueFacetCounts(state(request.field()), photos)
                .getTopChildren(request.top(), request.field())
            : new LongValueFacetCounts(request.field(), photos)
                .getTopChildren(request.top(), request.field());
    List<FacetCount> counts = new ArrayList<>();
    for (LabelAndValue value : found.labelValues) {
      counts.add(new FacetCount(shown(kind, value.label), value.value.intValue()));
    }
    int known = found.value.intValue();
    return new Facet(request.field(), counts, found.childCount, known, total(photos) - known);
  }

  private static int total(FacetsCollector photos) {
    return photos.getMatchingDocs().stream().mapToInt(found -> found.totalHits()).sum();
  }

  private StringDocValuesReaderState state(String field) throws IOException {
    StringDocValuesReaderState known = texts.get(field);
    if (known == null) {
      // Two threads may both make it; either's is right.
      known = new StringDocValuesReaderState(reader, field);
      texts.put(field, known);
    }
    return known;
  }

  private static Object shown(FieldKind kind, String label) {
    return switch (kind) {
      case KEYWORD, TEXT -> label;
      case LONG, DATE -> kind.shown(Long.valueOf(label));
      case DOUBLE -> NumericUtils.sortableLongToDouble(Long.parseLong(label));
    };
  }
}
