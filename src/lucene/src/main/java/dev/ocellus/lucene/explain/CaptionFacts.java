package dev.ocellus.lucene.explain;

import dev.ocellus.lucene.query.LeafNumbers;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.PhotoLayout;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BitSet;

/**
 * What a photo's captions say, as the index has it.
 *
 * @param count number of captions
 * @param missingWords indexes of the query's words that no caption has
 * @param mentions number of captions about each subject that one is about
 */
record CaptionFacts(int count, List<Integer> missingWords, Map<Subject, Integer> mentions) {

  /**
   * @param document the photo's number in the segment
   * @param count number of its captions
   * @param layout where the index holds what is read of photos
   */
  static CaptionFacts read(
      LeafReaderContext leaf, int document, int count, List<LemmaGroup> words, PhotoLayout layout)
      throws IOException {
    LeafReader segment = leaf.reader();
    List<Integer> missing = new ArrayList<>();
    for (int word = 0; word < words.size() && count > 0; word++) {
      if (!has(segment, document, words.get(word), layout.caption())) {
        missing.add(word);
      }
    }
    BitSet photos = layout.parents().getBitSet(leaf);
    int first = photos == null || document == 0 ? 0 : photos.prevSetBit(document - 1) + 1;
    return new CaptionFacts(
        count, missing, mentions(segment, layout.captionSubjects(), first, document));
  }

  private static boolean has(LeafReader segment, int document, LemmaGroup word, String field)
      throws IOException {
    for (String lemma : word.lemmas()) {
      Term term = new Term(field, lemma);
      PostingsEnum photos = segment.postings(term, PostingsEnum.NONE);
      if (photos != null && photos.advance(document) == document) {
        return true;
      }
    }
    return false;
  }

  private static Map<Subject, Integer> mentions(
      LeafReader segment, String field, int first, int end) throws IOException {
    Map<Subject, Integer> mentions = new EnumMap<>(Subject.class);
    NumericDocValues subjects = LeafNumbers.of(segment, field);
    for (int caption = first; caption < end && subjects != null; caption++) {
      if (subjects.advanceExact(caption)) {
        for (Subject subject : EncodedCaption.subjectsOf(subjects.longValue())) {
          mentions.merge(subject, 1, Integer::sum);
        }
      }
    }
    return mentions;
  }

  /** "2 of 5 captions", "the caption". */
  String share(int captions) {
    return count == 1 ? "the caption" : captions + " of " + count + " captions";
  }
}
