package dev.ocellus.lucene.evaluate;

import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoDocument;
import dev.ocellus.lucene.query.HybridQuery;
import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * One photo without one of its captions, in an index of its own that borrows the collection's
 * statistics: what it scores here, it would score in the collection.
 */
final class LeaveOneOut implements Closeable {

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  LeaveOneOut(
      IndexedPhoto photo,
      String modelId,
      FieldCatalogue fields,
      Analyzer analyzer,
      IndexSearcher collection)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      writer.addDocuments(PhotoDocument.block(photo, modelId, fields));
    }
    this.reader = DirectoryReader.open(directory);
    this.searcher = new BorrowingSearcher(reader, collection);
  }

  /** A photo as a collection's encoder and analyzer would have it. */
  static LeaveOneOut in(PhotoSearcher collection, IndexedPhoto photo) throws IOException {
    return new LeaveOneOut(
        photo,
        collection.metadata().modelId(),
        collection.metadata().fields(),
        collection.analyzer(),
        collection.searcher());
  }

  /** The photo's score, or NaN if the query's sources do not find it at all. */
  float score(HybridQuery query) throws IOException {
    ScoreDoc[] hits = searcher.search(query.withFilter(null), 1).scoreDocs;
    return hits.length == 0 ? Float.NaN : hits[0].score;
  }

  /** The photo's features. */
  float[] features(HybridQuery query) throws IOException {
    PhotoFeatures photo = new PhotoFeatures(searcher);
    return photo.of(query, photo.documents()).getFirst();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
