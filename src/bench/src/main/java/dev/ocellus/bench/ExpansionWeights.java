package dev.ocellus.bench;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.expand.Expander;
import dev.ocellus.lucene.expand.Relation;
import dev.ocellus.lucene.expand.RelationWeights;
import dev.ocellus.lucene.expand.WordNet;
import dev.ocellus.lucene.query.LemmaGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Learns what a synonym, hyponym or hypernym of a query's word in a caption is worth, as a share of
 * what the word itself is: a conditional logit (McFadden 1974) of which photo a caption was written
 * for, among all photos with one other caption each, on the idf of the words that a photo's caption
 * has, by relation. A related word counts the smaller of both words' idf.
 */
public final class ExpansionWeights {

  private static final long SEED = 42;
  private static final int QUERIES = 1_000;
  private static final int STEPS = 15;
  private static final Relation[] RELATIONS = {
    Relation.SYNONYM, Relation.HYPONYM, Relation.HYPERNYM
  };

  private ExpansionWeights() {}

  /** A query's features of every photo, [feature][photo], and the photo it was written for. */
  private record Choice(float[][] features, int own) {}

  /** Takes a captions table. */
  public static void main(String[] args) throws IOException {
    Random random = new Random(SEED);
    List<List<String>> indexed = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    for (List<String> photo : CaptionPhotos.read(Path.of(args[0]))) {
      if (photo.size() > 1) {
        int own = random.nextInt(photo.size());
        indexed.add(List.of(photo.get(own)));
        queries.add(photo.get((own + 1 + random.nextInt(photo.size() - 1)) % photo.size()));
      }
    }
    try (PhotoSearcher searcher = CaptionIndex.of(indexed)) {
      IndexReader reader = searcher.searcher().getIndexReader();
      Expander expander = new Expander(List.of(WordNet.bundled()), RelationWeights.bundled());
      List<Choice> choices = new ArrayList<>();
      for (int i = 0; i < QUERIES; i++) {
        int own = random.nextInt(queries.size());
        choices.add(choice(reader, expander, queries.get(own), own));
      }
      double[] weights = fit(choices);
      for (int i = 0; i < RELATIONS.length; i++) {
        System.out.printf(
            Locale.ROOT,
            "%s: %.3f of the word's own %.3f; %s%n",
            RELATIONS[i].name().toLowerCase(Locale.ROOT),
            weights[i + 1] / weights[0],
            weights[0],
            counts(choices, i + 1));
      }
    }
  }

  private static String counts(List<Choice> choices, int feature) {
    long own = 0;
    double others = 0;
    for (Choice choice : choices) {
      float[] row = choice.features()[feature];
      own += row[choice.own()] > 0 ? 1 : 0;
      int any = 0;
      for (float value : row) {
        any += value > 0 ? 1 : 0;
      }
      others += (double) any / row.length;
    }
    return String.format(
        Locale.ROOT,
        "in %.1f %% of the own captions, %.1f %% of all",
        100.0 * own / choices.size(),
        100 * others / choices.size());
  }

  private static Choice choice(IndexReader reader, Expander expander, String query, int own)
      throws IOException {
    int photos = reader.maxDoc();
    float[][] features = new float[RELATIONS.length + 1][photos];
    for (LemmaGroup word :
        LemmaGroup.of(CaptionIndex.ANALYZER.analyzer(), PhotoSchema.CAPTION, query, 64)) {
      FixedBitSet done = photos(reader, word.lemmas());
      float idf = idf(done.cardinality(), photos);
      add(done, idf, features[0]);
      Map<Relation, List<String>> alternatives = expander.alternatives(word, reader);
      for (int i = 0; i < RELATIONS.length; i++) {
        FixedBitSet having = photos(reader, alternatives.getOrDefault(RELATIONS[i], List.of()));
        float otherIdf = Math.min(idf, idf(having.cardinality(), photos));
        having.andNot(done);
        add(having, otherIdf, features[i + 1]);
        done.or(having);
      }
    }
    return new Choice(features, own);
  }

  private static FixedBitSet photos(IndexReader reader, List<String> lemmas) throws IOException {
    FixedBitSet photos = new FixedBitSet(reader.maxDoc());
    TermsEnum terms = MultiTerms.getTerms(reader, PhotoSchema.CAPTION).iterator();
    for (String lemma : lemmas) {
      if (terms.seekExact(new Term(PhotoSchema.CAPTION, lemma).bytes())) {
        PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          photos.set(postings.docID());
        }
      }
    }
    return photos;
  }

  private static float idf(int having, int photos) {
    return (float) Math.log(1 + (photos - having + 0.5) / (having + 0.5));
  }

  private static void add(FixedBitSet photos, float idf, float[] feature) {
    for (int photo = 0; photo < feature.length; photo++) {
      feature[photo] += photos.get(photo) ? idf : 0;
    }
  }

  /** Newton's method on the concave log-likelihood, with a slight ridge. */
  private static double[] fit(List<Choice> choices) {
    int size = RELATIONS.length + 1;
    double[] weights = new double[size];
    for (int step = 0; step < STEPS; step++) {
      double[][] system = new double[size][size + 1];
      for (int i = 0; i < size; i++) {
        system[i][i] = 1e-3;
        system[i][size] = -1e-3 * weights[i];
      }
      for (Choice choice : choices) {
        addTo(system, choice, weights);
      }
      double[] change = solve(system);
      for (int i = 0; i < size; i++) {
        weights[i] += Math.clamp(change[i], -0.5, 0.5);
      }
    }
    return weights;
  }

  private static void addTo(double[][] system, Choice choice, double[] weights) {
    int size = weights.length;
    float[][] features = choice.features();
    int photos = features[0].length;
    double[] odds = new double[photos];
    double sum = 0;
    for (int photo = 0; photo < photos; photo++) {
      double score = 0;
      for (int i = 0; i < size; i++) {
        score += weights[i] * features[i][photo];
      }
      odds[photo] = Math.exp(score);
      sum += odds[photo];
    }
    double[] mean = new double[size];
    double[][] second = new double[size][size];
    for (int photo = 0; photo < photos; photo++) {
      double share = odds[photo] / sum;
      for (int i = 0; i < size; i++) {
        double part = share * features[i][photo];
        mean[i] += part;
        for (int j = 0; part > 0 && j < size; j++) {
          second[i][j] += part * features[j][photo];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      system[i][size] += features[i][choice.own()] - mean[i];
      for (int j = 0; j < size; j++) {
        system[i][j] += second[i][j] - mean[i] * mean[j];
      }
    }
  }

  /** Gaussian elimination of a positive definite system. */
  private static double[] solve(double[][] system) {
    int size = system.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = system[row][pivot] / system[pivot][pivot];
        for (int column = pivot; column <= size; column++) {
          system[row][column] -= factor * system[pivot][column];
        }
      }
    }
    double[] solution = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double rest = system[row][size];
      for (int column = row + 1; column < size; column++) {
        rest -= system[row][column] * solution[column];
      }
      solution[row] = rest / system[row][row];
    }
    return solution;
  }
}
