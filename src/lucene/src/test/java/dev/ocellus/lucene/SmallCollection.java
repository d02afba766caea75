package dev.ocellus.lucene;

import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoDocument;
import dev.ocellus.lucene.text.EncodedCaption;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * A real index of three photos whose vectors are simple enough to compute with by hand.
 *
 * <ul>
 *   <li>dog.jpg: image (1, 0, 0, 0); "a dog runs" (0, 1, 0, 0)
 *   <li>geese.jpg: image (.6, .8, 0, 0); "two geese swim" (0, 0, 1, 0), "a goose on water" (0, 0,
 *       .8, .6)
 *   <li>bare.jpg: image (0, 0, 0, 1); no captions
 * </ul>
 */
public final class SmallCollection implements Closeable {

  public static final IndexedPhoto DOG =
      photo("dog.jpg", vector(1, 0, 0, 0), List.of("a dog runs"), List.of(vector(0, 1, 0, 0)));
  public static final IndexedPhoto GEESE =
      photo(
          "geese.jpg",
          vector(.6f, .8f, 0, 0),
          List.of("two geese swim", "a goose on water"),
          List.of(vector(0, 0, 1, 0), vector(0, 0, .8f, .6f)));
  public static final IndexedPhoto BARE =
      photo("bare.jpg", vector(0, 0, 0, 1), List.of(), List.of());

  public static final CaptionAnalyzer ANALYZER = CaptionAnalyzer.of("en");

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;

  /**
   * @param segments whether every photo gets a segment of its own, after a deleted one
   */
  public SmallCollection(boolean segments, IndexedPhoto... photos) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(ANALYZER.analyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (IndexedPhoto photo : photos) {
        if (segments) {
          writer.addDocuments(PhotoDocument.block(photo, "test/model"));
        }
        writer.updateDocuments(
            new Term(PhotoSchema.ID, photo.id()), PhotoDocument.block(photo, "test/model"));
        if (segments) {
          writer.commit();
        }
      }
    }
    this.reader = DirectoryReader.open(directory);
  }

  public static SmallCollection ofThree() throws IOException {
    return new SmallCollection(false, DOG, GEESE, BARE);
  }

  public static float[] vector(float... values) {
    return values;
  }

  public static IndexedPhoto photo(
      String id, float[] image, List<String> captions, List<float[]> captionVectors) {
    return new IndexedPhoto(
        id,
        "0".repeat(64),
        new IndexedPhoto.Picture(image, 0, 7, 640, 480, null),
        captions,
        captionVectors.stream().map(EncodedCaption::of).toList());
  }

  public IndexSearcher searcher() {
    return new IndexSearcher(reader);
  }

  /** The id of the photo with this document number. */
  public String id(int document) throws IOException {
    return reader.storedFields().document(document).get(PhotoSchema.ID);
  }

  /** The document number of the photo with this id. */
  public int document(String id) throws IOException {
    Query photo =
        new BooleanQuery.Builder()
            .add(PhotoSchema.PHOTOS, Occur.FILTER)
            .add(new TermQuery(new Term(PhotoSchema.ID, id)), Occur.FILTER)
            .build();
    return searcher().search(photo, 1).scoreDocs[0].doc;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
