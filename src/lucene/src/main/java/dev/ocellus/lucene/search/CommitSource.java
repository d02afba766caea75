package dev.ocellus.lucene.search;

import dev.ocellus.fusion.Likeness;
import dev.ocellus.lucene.PhotoSchema;
import dev.ocellus.lucene.PhotoSearcher;
import dev.ocellus.lucene.expand.Expander;
import dev.ocellus.lucene.query.LemmaGroup;
import dev.ocellus.lucene.query.PhotoLayout;
import dev.ocellus.lucene.syntax.LikedPhoto;
import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.ReferenceTexts;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One commit of an embedded index. */
final class CommitSource implements QuerySource {

  private final PhotoSearcher photos;
  private final @Nullable Expander expander;
  private final PictureVectors pictures;
  private long nanos;

  /**
   * @param expander finds other words for the texts' own, or null
   */
  CommitSource(PhotoSearcher photos, @Nullable Expander expander, PictureVectors pictures) {
    this.photos = photos;
    this.expander = expander;
    this.pictures = pictures;
  }

  /** What encoding texts took so far. */
  long nanos() {
    return nanos;
  }

  @Override
  public PhotoLayout layout() {
    return PhotoLayout.EMBEDDED;
  }

  @Override
  public int dimension() {
    return photos.metadata().dimension();
  }

  @Override
  public List<LemmaGroup> words(QueryText text) throws IOException {
    List<LemmaGroup> words =
        LemmaGroup.of(
            photos.queryAnalyzer(),
            PhotoSchema.CAPTION,
            text.text(),
            text.weights(),
            PhotoSearcher.MAX_WORDS);
    return expander == null ? words : expander.expand(words, photos.searcher().getIndexReader());
  }

  @Override
  public EncodedText encode(QueryText text) {
    long start = System.nanoTime();
    EncodedText encoded = photos.encode(text.text(), text.weights());
    nanos += System.nanoTime() - start;
    return encoded;
  }

  @Override
  public float[] meanText() {
    return ReferenceTexts.of(photos.encoder()).mean();
  }

  @Override
  public float[] photo(LikedPhoto photo) throws IOException {
    return pictures.indexed(photo.photo(), "column " + photo.column() + ": ");
  }

  @Override
  public Likeness likeness() {
    return photos.likeness();
  }
}
