package dev.ocellus.lucene.expand;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.query.LemmaGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** Finds other words for a query's words: those that captions of an index really have. */
public final class Expander {

  /** Most other words for one word: the most frequent of each relation, nearer relations first. */
  static final int MOST_ALTERNATIVES = 64;

  private final List<Thesaurus> thesauri;
  private final RelationWeights weights;

  /**
   * @param thesauri asked in this order; the nearest relation that one tells counts
   */
  public Expander(List<Thesaurus> thesauri, RelationWeights weights) {
    this.thesauri = List.copyOf(thesauri);
    this.weights = weights;
  }

  /** By WordNet and the weights that come with the program; English. */
  public static Expander wordNet() {
    return new Expander(List.of(WordNet.bundled()), RelationWeights.bundled());
  }

  /**
   * By name, with the weights that come with the program.
   *
   * @param names {@code wordnet}, and paths of synonym files
   * @param photos whose captions' language and analyzer count
   * @param notes hears what of synonym files is not used
   * @throws QueryException if WordNet is asked for captions that are not English
   * @throws dev.ocellus.fusion.DataException if a file cannot be read, with its line
   */
  public static Expander named(List<String> names, PhotoSearcher photos, Consumer<String> notes)
      throws IOException {
    List<Thesaurus> thesauri = new ArrayList<>();
    for (String name : names) {
      if (!name.equals("wordnet")) {
        SynonymFile file = SynonymFile.read(Path.of(name), photos.analyzer());
        file.notes().forEach(notes);
        thesauri.add(file);
      } else {
        thesauri.add(WordNet.bundled());
      }
    }
    Expander expander = new Expander(thesauri, RelationWeights.bundled());
    expander.checkLanguage(photos.metadata().language());
    return expander;
  }

  /**
   * Refuses captions whose words no thesaurus of this one can know.
   *
   * @param captions their language as the index records it
   * @throws QueryException if a thesaurus is of another language
   */
  public void checkLanguage(String captions) {
    for (Thesaurus thesaurus : thesauri) {
      String known = thesaurus.language();
      if (known != null && !captions.equals(known) && !captions.equals(CaptionAnalyzer.AUTO)) {
        throw new QueryException(
            "WordNet is English, the captions' language is %s; expand by a synonym file"
                .formatted(captions));
      }
    }
  }

  /** What tells its answers from another's: its thesauri and weights. */
  public String id() {
    return thesauri.stream().map(Thesaurus::id).toList() + " " + weights.provenance();
  }

  /** The same words in the same order, with what captions of the index have for them. */
  public List<LemmaGroup> expand(List<LemmaGroup> words, IndexReader reader) throws IOException {
    List<LemmaGroup> expanded = new ArrayList<>();
    for (LemmaGroup word : words) {
      Map<String, Float> alternatives = new HashMap<>();
      for (Map.Entry<Relation, List<String>> entry : alternatives(word, reader).entrySet()) {
        float weight = weights.of(entry.getKey());
        for (String lemma : entry.getValue()) {
          if (weight > 0 && alternatives.size() < MOST_ALTERNATIVES) {
            alternatives.put(lemma, weight);
          }
        }
      }
      expanded.add(word.withAlternatives(alternatives));
    }
    return List.copyOf(expanded);
  }

  /** The lemmas of the index that are related to a word, most frequent first. */
  public Map<Relation, List<String>> alternatives(LemmaGroup word, IndexReader reader)
      throws IOException {
    Map<String, Relation> nearest = new HashMap<>();
    for (String lemma : word.lemmas()) {
      for (Thesaurus thesaurus : thesauri) {
        thesaurus
            .related(lemma)
            .forEach((other, r) -> nearest.merge(other, r, (a, b) -> a.compareTo(b) < 0 ? a : b));
      }
    }
    word.lemmas().forEach(nearest::remove);
    Map<Relation, List<String>> alternatives = new EnumMap<>(Relation.class);
    Map<String, Integer> photos = new HashMap<>();
    for (Map.Entry<String, Relation> entry : nearest.entrySet()) {
      int count = reader.docFreq(new Term(PhotoSchema.CAPTION, entry.getKey()));
      if (count > 0) {
        photos.put(entry.getKey(), count);
        alternatives.computeIfAbsent(entry.getValue(), r -> new ArrayList<>()).add(entry.getKey());
      }
    }
    Comparator<String> frequent =
        Comparator.comparing((String lemma) -> photos.getOrDefault(lemma, 0)).reversed();
    alternatives
        .values()
        .forEach(lemmas -> lemmas.sort(frequent.thenComparing(Comparator.naturalOrder())));
    return alternatives;
  }
}
