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

/** The photos that one query finds, best first, by every signal. */
final class Rankings {

  /** The signals that fusions join. */
  static final List<Signal> SINGLE = List.of(Signal.IMAGE, Signal.CAPTIONS, Signal.BM25);

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
    for (Signal signal : SINGLE) {
      candidate |= insert(of(signal), document, score.of(signal), window);
    }
    if (candidate) {
      insert(of(Signal.FUSED), document, score.of(Signal.FUSED), Integer.MAX_VALUE);
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
    if (ranking.size() > window) {
      ranking.removeLast();
    }
    return true;
  }

  /** The photos and their scores by one signal. */
  List<ScoreDoc> of(Signal signal) {
    List<ScoreDoc> ranking = bySignal.get(signal);
    if (ranking == null) {
      throw new AssertionError("every signal was searched, " + signal + " too");
    }
    return ranking;
  }

  /** Document numbers, best first, by the names of the signals, then of the fusions. */
  Map<String, int[]> documents(List<RankFusion> fusions) throws IOException {
    Map<String, int[]> documents = new LinkedHashMap<>();
    bySignal.forEach((signal, ranking) -> documents.put(signal.key(), numbers(ranking)));
    List<ScoreDoc[]> single =
        SINGLE.stream().map(signal -> of(signal).toArray(ScoreDoc[]::new)).toList();
    for (RankFusion fusion : fusions) {
      documents.put(fusion.name(), numbers(fusion.fuse(single)));
    }
    return documents;
  }

  private static int[] numbers(List<ScoreDoc> hits) {
    return hits.stream().mapToInt(hit -> hit.doc).toArray();
  }
}
