package dev.ocellus.lucene.index;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PolicyMarks;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.index.IndexReport.Reencoded;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.misc.store.HardlinkCopyDirectoryWrapper;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Makes and updates the index of a folder of photos. */
public final class PhotoIndexer {

  private final IndexOptions options;
  private final FileStamps stamps;

  public PhotoIndexer(IndexOptions options) {
    this(options, new FileStamps());
  }

  /**
   * For who runs it again and again.
   *
   * @param stamps what the files held when they were last read; every run adds to them
   */
  public PhotoIndexer(IndexOptions options, FileStamps stamps) {
    this.options = options;
    this.stamps = stamps;
  }

  /**
   * Adds new photos, replaces changed ones, removes vanished ones, and commits. A photo that can no
   * longer be read stays as it was indexed, and so do those below a folder that cannot. The run may
   * be killed at any moment: what was committed stays, and the next run goes on.
   *
   * <p>Where the options name another encoder than the index has, all photos are encoded by it into
   * a folder beside, with the captions that they have, and then take the old ones' place in one
   * commit. Until then searches use the old encoder. A run that was stopped before is gone on with
   * by the same options.
   *
   * @throws IndexException if another language or photo folder made the index, if the options tell
   *     another kind of a field than the index has, if another writer is at work, if the folder
   *     holds no photos, or if the encoder cannot be changed because a photo of the index can no
   *     longer be read
   * @throws dev.ocellus.encode.ModelException if the encoder is not at hand
   * @throws dev.ocellus.fusion.DataException if the caption table cannot be used
   * @throws IOException if the disk fails; the last commit stays searchable
   */
  public IndexReport run(IndexProgress progress) throws IOException {
    long start = System.nanoTime();
    IndexTally tally = new IndexTally();
    FolderContents folder = FolderContents.of(options, tally, progress);
    try (Directory directory = openDirectory()) {
      IndexMetadata recorded = recorded(directory);
      try (RunSetup setup =
          RunSetup.of(
              options, folder, recorded, encoder -> KnownFields.of(options, recorded, encoder))) {
        IndexMetadata metadata = setup.metadata();
        if (recorded != null) {
          check(recorded, metadata);
        }
        setup.captions().problems().forEach(progress::problem);
        try (PhotoIndexWriter writer =
                new PhotoIndexWriter(
                    directory,
                    options.index(),
                    setup.analyzer().analyzer(),
                    metadata,
                    setup.marker());
            IndexingRun run = setup.start(progress, tally, stamps)) {
          checkUnchanged(recorded, recorded(directory));
          Reencoded reencoded = update(recorded, directory, writer, run, tally, progress);
          return tally.report(
              setup.captions().problems().size(),
              reencoded,
              marks(directory),
              Duration.ofNanos(System.nanoTime() - start));
        }
      }
    }
  }

  private @Nullable Reencoded update(
      @Nullable IndexMetadata recorded,
      Directory directory,
      PhotoIndexWriter writer,
      IndexingRun run,
      IndexTally tally,
      IndexProgress progress)
      throws IOException {
    IndexMetadata metadata = writer.metadata();
    Reencoding reencoding = new Reencoding(options.index(), progress);
    try (ExistingPhotos existing = ExistingPhotos.in(directory)) {
      if (recorded == null || recorded.hasEncoderOf(metadata)) {
        reencoding.settle(recorded, options.model() != null);
        run.run(writer, existing, existing);
        return null;
      }
      reencoding.begin(recorded, metadata);
      reencoding.run(run, existing, writer, tally);
      return new Reencoded(recorded.modelId(), metadata.modelId(), tally.written);
    }
  }

  /**
   * Open to be hard-linked into, so that a re-encoded index need not be copied into the place of
   * the old one.
   */
  private Directory openDirectory() throws IOException {
    try {
      return new HardlinkCopyDirectoryWrapper(
          FSDirectory.open(Files.createDirectories(options.index())));
    } catch (FileAlreadyExistsException e) {
      throw new IndexException(options.index() + " is a file; an index is a folder", e);
    }
  }

  private @Nullable IndexMetadata recorded(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return null;
    }
    Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
    return IndexMetadata.fromCommitData(options.index().toString(), data);
  }

  /** Another process may have written between the reading and the locking of the index. */
  private void checkUnchanged(@Nullable IndexMetadata before, @Nullable IndexMetadata now) {
    if (!Objects.equals(before, now)) {
      throw new IndexException(
          options.index() + " was changed by another process just now; run the command again");
    }
  }

  private @Nullable PolicyMarks marks(Directory directory) throws IOException {
    IndexMetadata metadata = recorded(directory);
    RecordedPolicy policy = metadata == null ? null : metadata.policy();
    if (policy == null) {
      return null;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return PolicyMarks.count(new IndexSearcher(reader), policy);
    }
  }

  /** Refuses what would mix two analyzers, re-encode unasked, or empty an index by a slip. */
  private void check(IndexMetadata recorded, IndexMetadata now) {
    Path index = options.index();
    if (options.model() == null && !recorded.hasEncoderOf(now)) {
      throw new IndexException(
          "%s was built with encoder %s (%d dimensions), but %s is now %s (%d); put the former back, or re-encode with --model %s"
              .formatted(
                  index,
                  recorded.modelId(),
                  recorded.dimension(),
                  now.modelSource(),
                  now.modelId(),
                  now.dimension(),
                  now.modelSource()));
    }
    IndexChecks.check(index, recorded, now);
  }
}
