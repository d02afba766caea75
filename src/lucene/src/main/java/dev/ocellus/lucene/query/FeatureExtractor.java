package dev.ocellus.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Computes the features of photos for one text, from the postings and the full-precision vectors.
 * Collection statistics come from the searcher, so a searcher that overrides {@link
 * IndexSearcher#termStatistics} (a cluster's node, a leave-one-out evaluation) is obeyed.
 */
public final class FeatureExtractor {

  /**
   * One word of the query.
   *
   * @param weight BM25 of the word, with the collection's statistics, times its weight in the query
   * @param idf its inverse document frequency as BM25 has it, above 0, times its weight
   */
  record Word(Weight weight, float idf, List<Worth> worths) {}

  /**
   * Lemmas that stand for a word.
   *
   * @param idf how much of the query they cover
   * @param matching the captions that have one of them
   */
  record Worth(float idf, Weight matching) {}

  private final TextPart part;
  private final PhotoLayout layout;
  private final List<Word> words = new ArrayList<>();
  private final float idfSum;

  /**
   * For the first text that a query wants.
   *
   * @throws IllegalArgumentException if it wants pictures alone
   */
  public FeatureExtractor(IndexSearcher searcher, HybridQuery query) throws IOException {
    this(searcher, query.firstText(), query.layout());
  }

  /** Of the indexes that this product writes. */
  public FeatureExtractor(IndexSearcher searcher, TextPart part) throws IOException {
    this(searcher, part, PhotoLayout.EMBEDDED);
  }

  /**
   * @param layout where the searcher's index holds what is read of photos
   */
  public FeatureExtractor(IndexSearcher searcher, TextPart part, PhotoLayout layout)
      throws IOException {
    this.part = part;
    this.layout = layout;
    CollectionStatistics captions = searcher.collectionStatistics(layout.caption());
    long captioned = captions == null ? 0 : captions.docCount();
    float sum = 0;
    for (LemmaGroup group : part.words()) {
      List<TermStates> states = states(searcher, group.lemmas());
      long frequency = documentFrequency(searcher, group.lemmas(), states);
      Weight weight = weight(searcher, group, states, frequency);
      float idf = group.weight() * idf(frequency, captioned);
      words.add(new Word(weight, idf, worths(searcher, group, idf, captioned)));
      sum += idf;
    }
    this.idfSum = sum;
  }

  private Weight weight(
      IndexSearcher searcher, LemmaGroup group, List<TermStates> states, long frequency)
      throws IOException {
    boolean alone = group.alternatives().isEmpty();
    if (alone && group.lemmas().size() == 1) {
      // Looked up already.
      Term term = new Term(layout.caption(), group.lemmas().getFirst());
      return searcher.createWeight(
          new TermQuery(term, states.getFirst()), ScoreMode.COMPLETE, group.weight());
    }
    IndexSearcher scoring = alone ? new SharedStatistics(searcher, frequency) : searcher;
    return scoring.createWeight(
        scoring.rewrite(group.query(layout.caption())), ScoreMode.COMPLETE, group.weight());
  }

  /** What the word itself is worth, then its alternatives, no more than the word. */
  private List<Worth> worths(IndexSearcher searcher, LemmaGroup group, float idf, long captioned)
      throws IOException {
    if (group.alternatives().isEmpty()) {
      return List.of();
    }
    List<Worth> worths = new ArrayList<>();
    worths.add(new Worth(idf, matching(searcher, group.lemmas())));
    for (Map.Entry<Float, List<String>> others : group.alternativesByWorth().entrySet()) {
      List<TermStates> states = states(searcher, others.getValue());
      float ofOthers =
          group.weight() * idf(documentFrequency(searcher, others.getValue(), states), captioned);
      worths.add(
          new Worth(
              others.getKey() * Math.min(idf, ofOthers), matching(searcher, others.getValue())));
    }
    worths.sort(Comparator.comparingDouble(Worth::idf).reversed());
    return worths;
  }

  private Weight matching(IndexSearcher searcher, List<String> lemmas) throws IOException {
    Query any = LemmaGroup.synonyms(layout.caption(), lemmas);
    return searcher.createWeight(searcher.rewrite(any), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /**
   * Of a word's lemmas the most frequent one counts, as in Lucene's SynonymQuery. A word that no
   * caption has counts as if one had it, so that an unknown word weighs no more than a rare one.
   */
  private long documentFrequency(
      IndexSearcher searcher, List<String> lemmas, List<TermStates> states) throws IOException {
    long most = 1;
    for (int i = 0; i < lemmas.size(); i++) {
      TermStates state = states.get(i);
      TermStatistics statistics =
          searcher.termStatistics(
              new Term(layout.caption(), lemmas.get(i)),
              Math.max(1, state.docFreq()),
              Math.max(1, state.totalTermFreq()));
      most = Math.max(most, statistics.docFreq());
    }
    return most;
  }

  private List<TermStates> states(IndexSearcher searcher, List<String> lemmas) throws IOException {
    List<TermStates> states = new ArrayList<>();
    for (String lemma : lemmas) {
      states.add(TermStates.build(searcher, new Term(layout.caption(), lemma), true));
    }
    return states;
  }

  /** Robertson and Spärck Jones's weight in the form of Lucene's BM25Similarity. */
  private static float idf(long documentFrequency, long documents) {
    return (float) Math.log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
  }

  /** The most BM25 that the query could score, of which {@code bm25} is the share that it did. */
  public float mostBm25() {
    return idfSum;
  }

  /** How rare the query's word with this index is: its idf as BM25 has it, above 0. */
  public float idf(int word) {
    return words.get(word).idf();
  }

  /** The features of one segment's photos, to be asked for in ascending document order. */
  public LeafFeatures leaf(LeafReaderContext leaf) throws IOException {
    return leaf(leaf, null);
  }

  /** The same where it is known which photos will be asked for. */
  LeafFeatures leaf(LeafReaderContext leaf, int @Nullable [] asked) throws IOException {
    return new LeafFeatures(leaf, part, words, idfSum, layout, asked);
  }
}
