package dev.ocellus.lucene.evaluate;

import dev.ocellus.lucene.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/** The photos that one query finds, best first, by every signal. */
final class Rankings {

  /** The constant of reciprocal-rank fusion (Cormack, Clarke and Büttcher 2009). */
  private static final int RRF_K = 60;

  /** The name of reciprocal-rank fusion of the single signals. */
  static final String RRF = "rrf";

  private final Map<Signal, List<ScoreDoc>> bySignal = new EnumMap<>(Signal.class);

  /** A search by one signal. */
  interface Search {
    ScoreDoc[] run(Signal signal) throws IOException;
  }

  /** A photo's score by one signal, or NaN. */
  interface Score {
    float of(Signal signal) throws IOException;
  }

  Rankings(Search search) throws IOException {
    for (Signal signal : Signal.values()) {
      bySignal.put(signal, new ArrayList<>(Arrays.asList(search.run(signal))));
    }
  }

  /**
   * Adds a photo that the searches were told to leave out. Among equal scores it comes last. It is
   * found only if it is within the window of a single signal, as any candidate is.
   */
  void insert(int document, Score score, int window) throws IOException {
    boolean candidate = false;
    List<ScoreDoc> fused = List.of();
    for (Map.Entry<Signal, List<ScoreDoc>> entry : bySignal.entrySet()) {
      if (entry.getKey() == Signal.FUSED) {
        fused = entry.getValue();
      } else {
        candidate |= insert(entry.getValue(), document, score.of(entry.getKey()), window);
      }
    }
    if (candidate) {
      insert(fused, document, score.of(Signal.FUSED), Integer.MAX_VALUE);
    }
  }

  private static boolean insert(List<ScoreDoc> ranking, int document, float score, int window) {
    if (Float.isNaN(score)) {
      return false;
    }
    int position = 0;
    while (position < ranking.size() && ranking.get(position).score >= score) {
      position++;
    }
    if (position >= window) {
      return false;
    }
    ranking.add(position, new ScoreDoc(document, score));
    return true;
  }

  /** Document numbers, best first, by the signals' names and {@link #RRF}. */
  Map<String, int[]> documents() {
    Map<String, int[]> documents = new LinkedHashMap<>();
    List<TopDocs> single = new ArrayList<>();
    int found = 1;
    for (Map.Entry<Signal, List<ScoreDoc>> entry : bySignal.entrySet()) {
      ScoreDoc[] hits = entry.getValue().toArray(ScoreDoc[]::new);
      documents.put(entry.getKey().key(), numbers(hits));
      if (entry.getKey() != Signal.FUSED) {
        single.add(new TopDocs(new TotalHits(hits.length, TotalHits.Relation.EQUAL_TO), hits));
        found += hits.length;
      }
    }
    TopDocs fused = TopDocs.rrf(found, RRF_K, single.toArray(TopDocs[]::new));
    documents.put(RRF, numbers(fused.scoreDocs));
    return documents;
  }

  private static int[] numbers(ScoreDoc[] hits) {
    return Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
  }
}
