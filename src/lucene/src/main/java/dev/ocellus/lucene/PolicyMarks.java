package dev.ocellus.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * How many photos of an index are marked by its content policy.
 *
 * @param policy the policy's name and hash
 * @param complete whether every photo has its mark; if not, index again
 * @param byAction photos by the strictest action that their captions call for: block, warn
 * @param byCategory photos by category; one may be in several
 */
public record PolicyMarks(
    String policy,
    boolean complete,
    Map<String, Integer> byAction,
    Map<String, Integer> byCategory) {

  /** Counts the marks of a commit. */
  public static PolicyMarks count(IndexSearcher searcher, RecordedPolicy policy)
      throws IOException {
    return new PolicyMarks(
        policy.id(),
        policy.complete(),
        photos(searcher, PhotoSchema.POLICY_ACTION),
        photos(searcher, PhotoSchema.POLICY_CATEGORY));
  }

  private static Map<String, Integer> photos(IndexSearcher searcher, String field)
      throws IOException {
    SortedMap<String, Integer> photos = new TreeMap<>();
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
    if (terms != null) {
      TermsEnum values = terms.iterator();
      for (BytesRef value = values.next(); value != null; value = values.next()) {
        Term term = new Term(field, BytesRef.deepCopyOf(value));
        int count = searcher.count(new TermQuery(term));
        if (count > 0) {
          photos.put(term.text(), count);
        }
      }
    }
    return Collections.unmodifiableSortedMap(photos);
  }
}
