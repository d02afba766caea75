package dev.ocellus.bench;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.SearchResponse;
import dev.ocellus.lucene.page.SortKey;
import dev.ocellus.lucene.search.Arrangement;
import dev.ocellus.lucene.search.Details;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;

/**
 * What a request may ask for beside its ten hits, over the plain request, on the photos of {@link
 * HybridQueryCost}: whole requests as programs make them, without the encoding of the text.
 */
public final class RequestCost {

  private static final int QUERIES = 200;
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 3;
  private static final double NANOS = 1e6;

  private RequestCost() {}

  /**
   * @param args an index of real photos, the large index that {@link HybridQueryCost} made of them,
   *     and a file with a query a line
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println("usage: RequestCost REAL_INDEX LARGE_INDEX QUERIES");
      System.exit(2);
    }
    List<String> texts = Files.readAllLines(Path.of(args[2])).stream().limit(QUERIES).toList();
    try (PhotoIndex real = PhotoIndex.open(Path.of(args[0]));
        PhotoSearcher commit = real.acquire();
        FSDirectory directory = FSDirectory.open(Path.of(args[1]));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      // Lucene's cache would answer the second round.
      searcher.setQueryCache(null);
      PhotoSearcher photos = commit.over(searcher);
      for (int round = 1 - WARM_UPS; round <= ROUNDS; round++) {
        System.out.println(round < 1 ? "warm-up" : "round " + round);
        measure(photos, texts);
      }
    }
  }

  private static Map<String, UnaryOperator<SearchRequest>> kinds() {
    Map<String, UnaryOperator<SearchRequest>> kinds = new LinkedHashMap<>();
    kinds.put("plain", request -> request);
    kinds.put("explain", r -> r.withDetails(details(true, false)));
    kinds.put("highlight", r -> r.withDetails(details(false, true)));
    kinds.put("facet of integers", r -> r.withDetails(details(false, false, "width")));
    kinds.put("facet of keywords", r -> r.withDetails(details(false, false, "content_sha256")));
    kinds.put("min-score 0.3", r -> r.withMinScore(.3f));
    kinds.put("sorted", r -> r.withMinScore(.3f).withSort(SortKey.parse("width:desc")));
    kinds.put("collapsed by field", r -> r.withArrangement(collapse("content_sha256")));
    kinds.put("near-duplicates", r -> r.withArrangement(collapse(Arrangement.NEAR_DUPLICATES)));
    kinds.put("diversified", r -> r.withArrangement(new Arrangement(null, .7)));
    return kinds;
  }

  private static Details details(boolean explain, boolean highlight, String... facets) {
    return new Details(explain, highlight, false, false, List.of(facets));
  }

  private static Arrangement collapse(String by) {
    return new Arrangement(by, null);
  }

  /** All kinds in turn for each text, so that what else the machine does slows all alike. */
  private static void measure(PhotoSearcher photos, List<String> texts) throws IOException {
    List<Map.Entry<String, UnaryOperator<SearchRequest>>> kinds = List.copyOf(kinds().entrySet());
    double[][] times = new double[kinds.size()][texts.size()];
    for (int i = 0; i < texts.size(); i++) {
      SearchRequest plain = SearchRequest.of(texts.get(i)).withTop(10);
      for (int k = 0; k < times.length; k++) {
        SearchResponse response = photos.search(kinds.get(k).getValue().apply(plain));
        times[k][i] = response.searchNanos() / NANOS;
      }
    }
    double plain = median(times[0]);
    for (int k = 0; k < times.length; k++) {
      double millis = median(times[k]);
      System.out.printf(
          Locale.ROOT,
          "  %s: p50 %.2f ms, ratio %.2f%n",
          kinds.get(k).getKey(),
          millis,
          millis / plain);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
