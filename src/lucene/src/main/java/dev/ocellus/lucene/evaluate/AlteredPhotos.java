package dev.ocellus.lucene.evaluate;

import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoCodec;
import dev.ocellus.lucene.index.PhotoDocument;
import dev.ocellus.lucene.index.PhotoReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Photos of a collection with other captions than they have there, in an index in memory that
 * borrows the collection's statistics and means: what they score here, they would score there.
 */
final class AlteredPhotos implements Closeable {

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final PhotoSearcher searcher;

  /**
   * @param documents numbers of the photos' documents in the collection
   * @param change what becomes of each photo
   */
  AlteredPhotos(PhotoSearcher collection, int[] documents, UnaryOperator<IndexedPhoto> change)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(collection.analyzer()).setCodec(new PhotoCodec());
    PhotoReader photos = new PhotoReader(collection.searcher().getIndexReader());
    String modelId = collection.metadata().modelId();
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int document : documents) {
        IndexedPhoto photo = change.apply(photos.read(document));
        writer.addDocuments(PhotoDocument.block(photo, modelId, collection.metadata().fields()));
      }
    }
    this.reader = DirectoryReader.open(directory);
    this.searcher = collection.over(new BorrowingSearcher(reader, collection.searcher()));
  }

  /** Searches the altered photos; of use until this or the collection is closed. */
  PhotoSearcher searcher() {
    return searcher;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
