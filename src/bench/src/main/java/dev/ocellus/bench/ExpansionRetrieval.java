package dev.ocellus.bench;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.expand.Expander;
import dev.ocellus.lucene.expand.RelationWeights;
import dev.ocellus.lucene.expand.WordNet;
import dev.ocellus.lucene.query.LemmaGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * BM25 with and without WordNet's other words, over photos with their first caption. Captions as
 * queries: how often the photo that one was written for is among the first 1, 5 and 10. Single
 * words as queries: average precision, a photo being relevant if any of its captions has the word.
 */
public final class ExpansionRetrieval {

  private static final int FEWEST_RELEVANT = 10;

  private ExpansionRetrieval() {}

  /** Takes a captions table. */
  public static void main(String[] args) throws IOException {
    List<List<String>> photos = CaptionPhotos.read(Path.of(args[0]));
    List<List<String>> first = photos.stream().map(photo -> photo.subList(0, 1)).toList();
    Expander expander = new Expander(List.of(WordNet.bundled()), RelationWeights.bundled());
    try (PhotoSearcher one = CaptionIndex.of(first);
        PhotoSearcher all = CaptionIndex.of(photos)) {
      for (boolean expanded : new boolean[] {false, true}) {
        Expander used = expanded ? expander : new Expander(List.of(), RelationWeights.bundled());
        System.out.println(expanded ? "with other words" : "plain");
        captions(one.searcher(), photos, used);
        words(one.searcher(), all.searcher(), used);
      }
    }
  }

  private static BooleanQuery query(List<LemmaGroup> words, Expander expander, IndexReader reader)
      throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (LemmaGroup word : expander.expand(words, reader)) {
      query.add(word.query(PhotoSchema.CAPTION), Occur.SHOULD);
    }
    return query.build();
  }

  private static void captions(IndexSearcher searcher, List<List<String>> photos, Expander expander)
      throws IOException {
    int queries = 0;
    int[] found = new int[3];
    long nanos = 0;
    for (int photo = 0; photo < photos.size(); photo++) {
      for (String text : photos.get(photo).subList(1, photos.get(photo).size())) {
        List<LemmaGroup> words =
            LemmaGroup.of(CaptionIndex.ANALYZER.analyzer(), PhotoSchema.CAPTION, text, 64);
        long start = System.nanoTime();
        ScoreDoc[] hits =
            searcher.search(query(words, expander, searcher.getIndexReader()), 10).scoreDocs;
        nanos += System.nanoTime() - start;
        queries++;
        for (int rank = 0; rank < hits.length; rank++) {
          if (hits[rank].doc == photo) {
            found[0] += rank < 1 ? 1 : 0;
            found[1] += rank < 5 ? 1 : 0;
            found[2]++;
          }
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d captions: R@1 %.1f R@5 %.1f R@10 %.1f, %.2f ms a query%n",
        queries,
        100.0 * found[0] / queries,
        100.0 * found[1] / queries,
        100.0 * found[2] / queries,
        nanos / 1e6 / queries);
  }

  private static void words(IndexSearcher one, IndexSearcher all, Expander expander)
      throws IOException {
    Map<String, Double> precisions = new TreeMap<>();
    for (String lemma : lemmas(all.getIndexReader(), FEWEST_RELEVANT)) {
      List<LemmaGroup> word = List.of(new LemmaGroup(List.of(lemma)));
      List<Integer> relevant = new ArrayList<>();
      Expander none = new Expander(List.of(), RelationWeights.bundled());
      for (ScoreDoc hit : all.search(query(word, none, all.getIndexReader()), 10_000).scoreDocs) {
        relevant.add(hit.doc);
      }
      double sum = 0;
      int hits = 0;
      ScoreDoc[] ranked = one.search(query(word, expander, one.getIndexReader()), 10_000).scoreDocs;
      for (int rank = 0; rank < ranked.length; rank++) {
        if (relevant.contains(ranked[rank].doc)) {
          sum += ++hits / (rank + 1.0);
        }
      }
      precisions.put(lemma, sum / relevant.size());
    }
    double mean = precisions.values().stream().mapToDouble(p -> p).average().orElse(0);
    System.out.printf(
        Locale.ROOT, "%d words: mean average precision %.3f;", precisions.size(), mean);
    for (String lemma : List.of("animal", "vehicle", "bicycle", "child", "person", "dog")) {
      System.out.printf(Locale.ROOT, " %s %.2f", lemma, precisions.getOrDefault(lemma, Double.NaN));
    }
    System.out.println();
  }

  private static List<String> lemmas(IndexReader reader, int fewest) throws IOException {
    List<String> lemmas = new ArrayList<>();
    TermsEnum terms = MultiTerms.getTerms(reader, PhotoSchema.CAPTION).iterator();
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      if (terms.docFreq() >= fewest) {
        lemmas.add(term.utf8ToString());
      }
    }
    return lemmas;
  }
}
