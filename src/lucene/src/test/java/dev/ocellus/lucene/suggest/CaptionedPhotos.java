package dev.ocellus.lucene.suggest;

import dev.ocellus.fusion.Feature;
import dev.ocellus.fusion.Likeness;
import dev.ocellus.fusion.SingleFeature;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.Scoring;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.policy.Action;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/** A real index of photos that have captions and nothing else, to which a test adds. */
public final class CaptionedPhotos implements Closeable {

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final CaptionAnalyzer analyzer;
  private final IndexWriter writer;
  private @Nullable RecordedPolicy policy;
  private int count;

  /**
   * @param language ISO 639-1
   */
  public CaptionedPhotos(String language) throws IOException {
    analyzer = CaptionAnalyzer.of(language);
    writer = new IndexWriter(directory, new IndexWriterConfig(analyzer.analyzer()));
  }

  /** English captions, each of a photo of its own. */
  public static CaptionedPhotos of(String... captions) throws IOException {
    CaptionedPhotos photos = new CaptionedPhotos("en");
    for (String caption : captions) {
      photos.add(1, caption);
    }
    return photos;
  }

  /** Adds so many photos with these captions. */
  public CaptionedPhotos add(int photos, String... captions) throws IOException {
    for (int i = 0; i < photos; i++) {
      writer.addDocument(photo(captions));
    }
    writer.commit();
    return this;
  }

  /** Adds a photo that a content policy blocks. */
  public CaptionedPhotos addBlocked(String... captions) throws IOException {
    Document photo = photo(captions);
    photo.add(new StringField(PhotoSchema.POLICY_ACTION, Action.BLOCK.key(), Store.YES));
    writer.addDocument(photo);
    writer.commit();
    return this;
  }

  /** Deletes the photos, numbered from 0 in the order in which they came. */
  public CaptionedPhotos delete(int number) throws IOException {
    writer.deleteDocuments(new Term(PhotoSchema.ID, Integer.toString(number)));
    writer.commit();
    return this;
  }

  /** Records a policy with the commits from now on. */
  public void setPolicy(RecordedPolicy newPolicy) {
    policy = newPolicy;
  }

  private Document photo(String... captions) {
    Document photo = new Document();
    photo.add(new StringField(PhotoSchema.KIND, PhotoSchema.PHOTO_KIND, Store.NO));
    photo.add(new StringField(PhotoSchema.ID, Integer.toString(count++), Store.YES));
    for (String caption : List.of(captions)) {
      photo.add(new Field(PhotoSchema.CAPTION, caption, PhotoSchema.CAPTION_TYPE));
    }
    return photo;
  }

  /** The last commit; the caller closes it. */
  public PhotoSearcher searcher() throws IOException {
    DirectoryReader reader = DirectoryReader.open(directory);
    IndexMetadata metadata =
        new IndexMetadata(
                "test/model", "test", 4, analyzer.language(), analyzer.name(), Path.of(""))
            .withPolicy(policy);
    return new PhotoSearcher(
        new IndexSearcher(reader),
        metadata,
        () -> analyzer,
        () -> {
          throw new AssertionError("words need no encoder");
        },
        () -> new Scoring(new SingleFeature(Feature.BM25), Likeness.DEFAULT),
        reader);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
