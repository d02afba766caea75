package dev.ocellus.lucene.query;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class CaptionIteratorTest {

  private static FixedBitSet bits(int... documents) {
    FixedBitSet bits = new FixedBitSet(9);
    for (int document : documents) {
      bits.set(document);
    }
    return bits;
  }

  /** Of photos at 2 (captions 0 and 1), 3 (none), 6 (4 and 5), 8 (7), some. */
  private static CaptionIterator of(int... photos) {
    return new CaptionIterator(new BitSetIterator(bits(photos), photos.length), bits(2, 3, 6, 8));
  }

  private static List<Integer> all(CaptionIterator captions) throws IOException {
    List<Integer> all = new ArrayList<>();
    for (int doc = captions.nextDoc(); doc != NO_MORE_DOCS; doc = captions.nextDoc()) {
      all.add(doc);
    }
    return all;
  }

  @Test
  void theCaptionsOfThePhotosInTheirOrder() throws IOException {
    assertEquals(List.of(0, 1, 4, 5, 7), all(of(2, 3, 6, 8)));
    assertEquals(List.of(4, 5), all(of(3, 6)));
    assertEquals(List.of(), all(of(3)));
    assertEquals(List.of(), all(of()));
  }

  @Test
  void itGoesOnAtAnyDocument() throws IOException {
    CaptionIterator captions = of(2, 6, 8);
    assertEquals(1, captions.advance(1));
    assertEquals(4, captions.advance(2));
    assertEquals(7, captions.advance(6));
    assertEquals(NO_MORE_DOCS, captions.advance(8));
  }
}
