package dev.ocellus.lucene.query;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;

/** Chosen documents of one segment, by its own document numbers. */
public final class CandidateIterator extends DocIdSetIterator {

  private final int[] candidates;
  private final int docBase;
  private final int start;
  private final int end;
  private int position;

  private CandidateIterator(int[] candidates, int docBase, int start, int end) {
    this.candidates = candidates;
    this.docBase = docBase;
    this.start = start;
    this.end = end;
    this.position = start - 1;
  }

  /**
   * @param candidates document numbers of the whole reader, ascending
   */
  public static CandidateIterator of(int[] candidates, LeafReaderContext leaf) {
    return new CandidateIterator(
        candidates,
        leaf.docBase,
        firstAtLeast(candidates, leaf.docBase),
        firstAtLeast(candidates, leaf.docBase + leaf.reader().maxDoc()));
  }

  private static int firstAtLeast(int[] sorted, int value) {
    int found = Arrays.binarySearch(sorted, value);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public int docID() {
    if (position < start) {
      return -1;
    }
    return position < end ? candidates[position] - docBase : NO_MORE_DOCS;
  }

  @Override
  public int nextDoc() {
    position = Math.min(position + 1, end);
    return docID();
  }

  @Override
  public int advance(int target) {
    if (target == NO_MORE_DOCS) {
      // Added to the base it would overflow.
      position = end;
      return docID();
    }
    int from = Math.max(position, start);
    int found = Arrays.binarySearch(candidates, from, end, docBase + target);
    position = found >= 0 ? found : -found - 1;
    return docID();
  }

  @Override
  public long cost() {
    return end - start;
  }
}
