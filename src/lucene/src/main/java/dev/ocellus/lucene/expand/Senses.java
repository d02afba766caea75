package dev.ocellus.lucene.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.dictionary.Dictionary;

/**
 * The meanings that a word mostly has: those that it had in a good share of its places in the
 * sense-tagged texts that WordNet counts. Of a word that they lack, the first meaning as a noun,
 * else as whatever it is.
 */
final class Senses {

  /** Of "bank" the slope and the institution have more than this share, the others less. */
  private static final double MAIN_SHARE = 0.3;

  private static final List<POS> PARTS = List.of(POS.NOUN, POS.VERB, POS.ADJECTIVE, POS.ADVERB);

  private record Sense(Synset meaning, int count) {}

  private final Dictionary dictionary;

  Senses(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** The main meanings of a lemma, none if WordNet lacks it. */
  List<Synset> main(String lemma) throws JWNLException {
    List<Sense> senses = new ArrayList<>();
    int total = 0;
    for (POS part : PARTS) {
      IndexWord word = dictionary.getIndexWord(part, lemma);
      if (word != null) {
        for (Synset meaning : word.getSenses()) {
          int count = count(meaning, lemma);
          senses.add(new Sense(meaning, count));
          total += count;
        }
      }
    }
    if (total == 0) {
      return senses.isEmpty() ? List.of() : List.of(senses.getFirst().meaning());
    }
    double least = MAIN_SHARE * total;
    return senses.stream().filter(sense -> sense.count() >= least).map(Sense::meaning).toList();
  }

  private static int count(Synset meaning, String lemma) {
    for (Word word : meaning.getWords()) {
      if (word.getLemma().toLowerCase(Locale.ROOT).equals(lemma)) {
        return word.getUseCount();
      }
    }
    return 0;
  }
}
