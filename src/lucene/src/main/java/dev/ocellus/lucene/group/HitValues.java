package dev.ocellus.lucene.group;

import dev.ocellus.lucene.PhotoSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Reads something of every hit, by document number; hits that lack it are left out. */
final class HitValues {

  private HitValues() {}

  /** Opens what is to be read of one segment. */
  interface Leaf<T> {

    Values<T> open(LeafReader segment) throws IOException;
  }

  /** Values of one segment's documents, which are asked for in ascending order. */
  interface Values<T> {

    @Nullable T of(int document) throws IOException;
  }

  static <T> Map<Integer, T> read(IndexReader reader, List<ScoreDoc> hits, Leaf<T> leaf)
      throws IOException {
    Map<Integer, T> values = new HashMap<>();
    int[] documents = hits.stream().mapToInt(hit -> hit.doc).sorted().toArray();
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext segment = null;
    Values<T> open = null;
    for (int document : documents) {
      LeafReaderContext itsSegment = leaves.get(ReaderUtil.subIndex(document, leaves));
      if (open == null || itsSegment != segment) {
        segment = itsSegment;
        open = leaf.open(segment.reader());
      }
      T value = open.of(document - itsSegment.docBase);
      if (value != null) {
        values.put(document, value);
      }
    }
    return values;
  }

  /** The hits' image vectors, at full precision. */
  static Map<Integer, float[]> imageVectors(IndexReader reader, List<ScoreDoc> hits)
      throws IOException {
    return read(reader, hits, HitValues::imageVectors);
  }

  private static Values<float[]> imageVectors(LeafReader segment) throws IOException {
    FloatVectorValues vectors = segment.getFloatVectorValues(PhotoSchema.IMAGE_VECTOR);
    if (vectors == null) {
      return document -> null;
    }
    KnnVectorValues.DocIndexIterator documents = vectors.iterator();
    return document -> {
      if (documents.docID() < document) {
        documents.advance(document);
      }
      return documents.docID() == document ? vectors.vectorValue(documents.index()).clone() : null;
    };
  }
}
