package dev.ocellus.lucene.explain;

import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.text.EncodedCaption;
import dev.ocellus.lucene.text.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;

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
   * @param count number of its captions, which are the documents before it
   */
  static CaptionFacts read(LeafReader segment, int document, int count, List<LemmaGroup> words)
      throws IOException {
    List<Integer> missing = new ArrayList<>();
    for (int word = 0; word < words.size() && count > 0; word++) {
      if (!has(segment, document, words.get(word))) {
        missing.add(word);
      }
    }
    return new CaptionFacts(count, missing, mentions(segment, document - count, document));
  }

  private static boolean has(LeafReader segment, int document, LemmaGroup word) throws IOException {
    for (String lemma : word.lemmas()) {
      Term term = new Term(PhotoSchema.CAPTION, lemma);
      PostingsEnum photos = segment.postings(term, PostingsEnum.NONE);
      if (photos != null && photos.advance(document) == document) {
        return true;
      }
    }
    return false;
  }

  private static Map<Subject, Integer> mentions(LeafReader segment, int first, int end)
      throws IOException {
    Map<Subject, Integer> mentions = new EnumMap<>(Subject.class);
    NumericDocValues subjects = segment.getNumericDocValues(PhotoSchema.CAPTION_SUBJECTS);
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
