package dev.ocellus.lucene.query;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.lucene.SmallCollection;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.junit.jupiter.api.Test;

class CandidateIteratorTest {

  /** Behind the last document of a segment that is not the first, where numbers overflow. */
  @Test
  void itEndsInEverySegment() throws IOException {
    try (SmallCollection collection =
        new SmallCollection(true, SmallCollection.DOG, SmallCollection.BARE)) {
      for (LeafReaderContext leaf : collection.searcher().getIndexReader().leaves()) {
        CandidateIterator iterator = CandidateIterator.of(new int[] {leaf.docBase}, leaf);
        assertEquals(0, iterator.nextDoc());
        assertEquals(NO_MORE_DOCS, iterator.advance(NO_MORE_DOCS));
        assertEquals(NO_MORE_DOCS, iterator.docID());
      }
    }
  }
}
