package dev.ocellus.bench;

import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.index.IndexedPhoto;
import dev.ocellus.lucene.index.PhotoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The photos of an index that {@code ocellus index} made.
 *
 * @param photos those with captions, with their vectors
 * @param metadata what the index says of itself
 */
record RealPhotos(List<IndexedPhoto> photos, IndexMetadata metadata) {

  static RealPhotos read(Path index) throws IOException {
    List<IndexedPhoto> photos = new ArrayList<>();
    try (Directory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      PhotoReader photoReader = new PhotoReader(reader);
      IndexSearcher searcher = new IndexSearcher(reader);
      for (ScoreDoc hit : searcher.search(PhotoSchema.PHOTOS, reader.maxDoc()).scoreDocs) {
        IndexedPhoto photo = photoReader.read(hit.doc);
        if (!photo.captions().isEmpty()) {
          photos.add(photo);
        }
      }
      return new RealPhotos(
          photos,
          IndexMetadata.fromCommitData(index.toString(), reader.getIndexCommit().getUserData()));
    }
  }
}
