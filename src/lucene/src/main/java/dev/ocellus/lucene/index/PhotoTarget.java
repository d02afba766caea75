package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.fields.FieldCatalogue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An index that is no folder, such as one of a cluster: what {@link TargetIndexer} asks of it. */
public interface PhotoTarget {

  /** Its name in messages. */
  String name();

  /** What the last run recorded of it; null if none did, or if the index is not there yet. */
  @Nullable IndexMetadata recorded() throws IOException;

  /** The fields that it has, however it got them; the built-in ones if it is not there yet. */
  FieldCatalogue fields() throws IOException;

  /**
   * What it holds.
   *
   * @param metadata of the run
   * @throws dev.ocellus.lucene.IndexException if it holds vectors of another encoder
   */
  ExistingPhotos existing(IndexMetadata metadata) throws IOException;

  /**
   * Gets ready to take photos: makes the index if it is not there, gives it the fields that it
   * lacks, and records the metadata.
   *
   * @param metadata of the run
   * @param captions how long the captions' vectors are
   * @param progress hears of photos that the index does not take: one line each
   * @throws dev.ocellus.lucene.IndexException if the index cannot hold such photos
   */
  PhotoSink open(IndexMetadata metadata, CaptionDimensions captions, IndexProgress progress)
      throws IOException;
}
