package dev.ocellus.lucene.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cosines of one vector with those of a segment on the disk, where Lucene reads it in place. */
class LeafCosinesTest {

  private static final String FIELD = "vector";
  private static final int DIMENSION = 67;
  private static final float ROUNDING = StableCosine.PRECISION + 1e-6f;

  /** More than Lucene multiplies in one go. */
  private static final int DOCUMENTS = 301;

  private final Random random = new Random(20261120);
  private final float[] query = vector();
  private final float[][] vectors = new float[DOCUMENTS][];

  @TempDir private Path temp;
  private Directory directory;
  private DirectoryReader reader;

  /** Every third document has no vector. */
  private void index(VectorSimilarityFunction similarity) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < DOCUMENTS; i++) {
        Document document = new Document();
        if (i % 3 != 0) {
          vectors[i] = vector();
          document.add(new KnnFloatVectorField(FIELD, vectors[i], similarity));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
  }

  @BeforeEach
  void open() throws IOException {
    directory = FSDirectory.open(temp);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  private float[] vector() {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }

  private LeafCosines announced(int... documents) throws IOException {
    LeafReaderContext leaf = reader.leaves().getFirst();
    return LeafCosines.of(leaf, FIELD, query, CandidateIterator.of(documents, leaf));
  }

  private LeafCosines unannounced() throws IOException {
    return LeafCosines.of(reader.leaves().getFirst(), FIELD, query, null);
  }

  @ParameterizedTest
  @EnumSource(names = {"DOT_PRODUCT", "COSINE", "EUCLIDEAN"})
  void theyAreTheCosinesHoweverTheFieldIsSearched(VectorSimilarityFunction similarity)
      throws IOException {
    index(similarity);
    LeafCosines cosines = announced(IntStream.range(0, DOCUMENTS).toArray());
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      float expected =
          vectors[doc] == null ? Float.NaN : VectorUtil.dotProduct(query, vectors[doc]);
      assertEquals(expected, cosines.of(doc), ROUNDING, "document " + doc);
    }
  }

  /** So that a photo scores the same whatever else is scored. */
  @Test
  void anyCompanyGivesTheSameCosine() throws IOException {
    index(VectorSimilarityFunction.DOT_PRODUCT);
    LeafCosines among = announced(IntStream.range(0, DOCUMENTS).toArray());
    int[] few = random.ints(40, 0, DOCUMENTS).distinct().sorted().toArray();
    LeafCosines amongFew = announced(few);
    LeafCosines asked = unannounced();
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      float cosine = among.of(doc);
      assertEquals(cosine, asked.of(doc), "asked for in turn: " + doc);
      assertEquals(cosine, unannounced().of(doc), "alone: " + doc);
      assertEquals(cosine, announced(doc).of(doc), "announced alone: " + doc);
      if (IntStream.of(few).anyMatch(Integer.valueOf(doc)::equals)) {
        assertEquals(cosine, amongFew.of(doc), "among few: " + doc);
      }
    }
  }

  @Test
  void someOfThoseAnnouncedMayBePassedOver() throws IOException {
    index(VectorSimilarityFunction.DOT_PRODUCT);
    LeafCosines cosines = announced(IntStream.range(0, DOCUMENTS).toArray());
    for (int doc : new int[] {4, 5, 199, 200, 299}) {
      assertEquals(VectorUtil.dotProduct(query, vectors[doc]), cosines.of(doc), ROUNDING);
    }
  }

  @Test
  void aSegmentWithoutTheFieldHasNone() throws IOException {
    index(VectorSimilarityFunction.DOT_PRODUCT);
    LeafCosines none = LeafCosines.of(reader.leaves().getFirst(), "other", query, null);
    assertEquals(Float.NaN, none.of(1));
  }
}
