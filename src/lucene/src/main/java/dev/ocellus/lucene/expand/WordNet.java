package dev.ocellus.lucene.expand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.dictionary.Dictionary;

/**
 * Synonyms, hyponyms and hypernyms by Princeton's WordNet 3.1 (English). Both words must mean it
 * for the most part (see {@code Senses}): for "animal" there is "dog", but not "game", which seldom
 * means an animal, nor "hot dog". Meanings as general as "object" are not followed. Words of
 * several words are left out.
 */
public final class WordNet implements Thesaurus {

  /** Steps from "entity"; "object" and "whole" are nearer, "artifact" and "food" are not. */
  private static final int LEAST_DEPTH = 4;

  /** From "dog" over "domestic animal" to "animal" are two steps. */
  private static final int MOST_HYPERNYM_STEPS = 3;

  /** Kinds of doing are kept near: "jog" for "run". */
  private static final int MOST_VERB_STEPS = 2;

  /** Far more words than people search for. */
  private static final int MOST_CACHED = 5_000;

  private final Dictionary dictionary;
  private final Senses senses;
  private final Map<String, Map<String, Relation>> cache = new ConcurrentHashMap<>();

  private WordNet(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.senses = new Senses(dictionary);
  }

  @Override
  public String language() {
    return "en";
  }

  /** WordNet 3.1 as it comes with the program, read when first asked for. */
  public static WordNet bundled() {
    return Bundled.WORD_NET;
  }

  private static final class Bundled {
    static final WordNet WORD_NET = read();

    private static WordNet read() {
      try {
        return new WordNet(Dictionary.getDefaultResourceInstance());
      } catch (JWNLException e) {
        throw new IllegalStateException("cannot read WordNet", e);
      }
    }
  }

  @Override
  public String id() {
    return "wordnet-3.1";
  }

  @Override
  public Map<String, Relation> related(String lemma) {
    Map<String, Relation> known = cache.get(lemma);
    if (known != null) {
      return known;
    }
    // The library's caches are not made for several threads.
    synchronized (dictionary) {
      try {
        Map<String, Relation> found = find(lemma);
        if (cache.size() < MOST_CACHED) {
          cache.put(lemma, found);
        }
        return found;
      } catch (JWNLException e) {
        throw new IllegalStateException("cannot read WordNet", e);
      }
    }
  }

  private Map<String, Relation> find(String lemma) throws JWNLException {
    Map<String, Relation> related = new LinkedHashMap<>();
    for (Synset meaning : senses.main(lemma)) {
      add(List.of(meaning), Relation.SYNONYM, related);
      boolean noun = meaning.getPOS() == POS.NOUN;
      if (noun ? depth(meaning) >= LEAST_DEPTH : meaning.getPOS() == POS.VERB) {
        int steps = noun ? Integer.MAX_VALUE : MOST_VERB_STEPS;
        add(reached(meaning, PointerType.HYPONYM, steps), Relation.HYPONYM, related);
      }
      if (noun) {
        List<Synset> above = new ArrayList<>();
        for (Synset general : reached(meaning, PointerType.HYPERNYM, MOST_HYPERNYM_STEPS)) {
          if (depth(general) >= LEAST_DEPTH) {
            above.add(general);
          }
        }
        add(above, Relation.HYPERNYM, related);
      }
    }
    related.remove(lemma);
    return Map.copyOf(related);
  }

  /** The words of meanings that mostly mean that. */
  private void add(List<Synset> meanings, Relation relation, Map<String, Relation> related)
      throws JWNLException {
    for (Synset meaning : meanings) {
      for (Word word : meaning.getWords()) {
        String lemma = word.getLemma().toLowerCase(Locale.ROOT);
        if (lemma.chars().allMatch(Character::isLetter)
            && !related.containsKey(lemma)
            && senses.main(lemma).contains(meaning)) {
          related.put(lemma, relation);
        }
      }
    }
  }

  /** Meanings reached by pointers of a type, nearest first, without the first one. */
  private static List<Synset> reached(Synset from, PointerType type, int steps)
      throws JWNLException {
    List<Synset> reached = new ArrayList<>();
    Set<Synset> seen = new HashSet<>(Set.of(from));
    List<Synset> level = List.of(from);
    for (int step = 0; step < steps && !level.isEmpty(); step++) {
      List<Synset> next = new ArrayList<>();
      for (Synset meaning : level) {
        for (Pointer pointer : meaning.getPointers(type)) {
          Synset target = pointer.getTargetSynset();
          if (seen.add(target)) {
            next.add(target);
          }
        }
      }
      reached.addAll(next);
      level = next;
    }
    return reached;
  }

  /** Fewest steps up to the meaning that has none above it. */
  private static int depth(Synset meaning) throws JWNLException {
    List<Synset> level = List.of(meaning);
    for (int depth = 0; ; depth++) {
      List<Synset> next = new ArrayList<>();
      for (Synset each : level) {
        List<Pointer> above = each.getPointers(PointerType.HYPERNYM);
        if (above.isEmpty()) {
          return depth;
        }
        for (Pointer pointer : above) {
          next.add(pointer.getTargetSynset());
        }
      }
      level = next;
    }
  }
}
