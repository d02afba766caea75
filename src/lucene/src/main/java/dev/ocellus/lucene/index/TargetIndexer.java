package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.fields.FieldCatalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes and updates an index that is elsewhere, from a folder of photos on this machine: what
 * {@link PhotoIndexer} computes is computed here by the same code, and put into a {@link
 * PhotoTarget}.
 */
public final class TargetIndexer {

  private final IndexOptions options;
  private final PhotoTarget target;

  /**
   * @param options what to index and how; their folder of an index is not looked at
   */
  public TargetIndexer(IndexOptions options, PhotoTarget target) {
    this.options = options;
    this.target = target;
  }

  /**
   * Adds new photos, replaces changed ones, removes vanished ones. What the target holds already
   * with the same content, captions, fields and encoder is neither encoded nor sent again, so a run
   * that was stopped or killed is gone on with by the same options.
   *
   * @throws IndexException if another encoder, another language or another photo folder filled the
   *     index, if the options tell another kind of a field than it has, or if the folder holds no
   *     photos
   * @throws dev.ocellus.encode.ModelException if the encoder is not at hand
   * @throws dev.ocellus.fusion.DataException if the caption table cannot be used
   * @throws IOException if the target cannot be reached; what it has taken stays
   */
  public IndexReport run(IndexProgress progress) throws IOException {
    long start = System.nanoTime();
    IndexTally tally = new IndexTally();
    FolderContents folder = FolderContents.of(options, tally, progress);
    IndexMetadata recorded = target.recorded();
    FieldCatalogue known = target.fields().withAll(options.fields());
    try (RunSetup setup = RunSetup.of(options, folder, recorded, encoder -> known)) {
      IndexMetadata metadata = setup.metadata();
      if (recorded != null) {
        check(recorded, metadata);
      }
      try (ExistingPhotos existing = target.existing(metadata)) {
        checkFolder(recorded, existing.ids(), folder.listing());
        setup.captions().problems().forEach(progress::problem);
        try (PhotoSink sink = target.open(metadata, setup.captionDimensions(), progress);
            IndexingRun run = setup.start(progress, tally, new FileStamps())) {
          run.run(sink, existing, existing);
        }
      }
      return tally.report(
          setup.captions().problems().size(),
          null,
          null,
          Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void check(IndexMetadata recorded, IndexMetadata now) {
    if (!recorded.hasEncoderOf(now)) {
      throw new IndexException(
          "%s has vectors of %s (%d dimensions), not of %s (%d); index into another one"
              .formatted(
                  target.name(),
                  recorded.modelId(),
                  recorded.dimension(),
                  now.modelId(),
                  now.dimension()));
    }
    IndexChecks.check(target.name(), recorded, now);
  }

  /**
   * Photos that the folder lacks are removed: it must be the folder of the photos that are there.
   */
  private void checkFolder(
      @Nullable IndexMetadata recorded, Set<String> existing, FolderListing listing) {
    if (!existing.isEmpty() && existing.stream().noneMatch(listing::mayHold)) {
      throw new IndexException(
          "%s holds %d photos%s, none of which is in %s: they would all be removed; use another index, or delete them first"
              .formatted(
                  target.name(),
                  existing.size(),
                  recorded == null ? "" : " of " + recorded.photoFolder(),
                  options.photos()));
    }
  }
}
