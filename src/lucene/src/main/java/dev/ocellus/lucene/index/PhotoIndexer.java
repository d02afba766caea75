package dev.ocellus.lucene.index;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.EncoderOptions;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.fusion.data.CaptionTable;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.IndexMetadata;
import dev.ocellus.lucene.PolicyMarks;
import dev.ocellus.lucene.RecordedPolicy;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import dev.ocellus.lucene.fields.FieldCatalogue;
import dev.ocellus.lucene.index.IndexReport.Reencoded;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.misc.store.HardlinkCopyDirectoryWrapper;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Makes and updates the index of a folder of photos. */
public final class PhotoIndexer {

  private static final String DEFAULT_LANGUAGE = "en";

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
   * longer be read stays as it was indexed. The run may be killed at any moment: what was committed
   * stays, and the next run goes on.
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
    SortedMap<String, Path> photos =
        new PhotoFolder(options.photos())
            .photos(
                problem -> {
                  tally.unreadable++;
                  progress.problem(problem);
                });
    if (photos.isEmpty()) {
      throw new IndexException(
          "no photos under " + options.photos() + " (JPEG, PNG, WebP, GIF, TIFF or BMP files)");
    }
    Path tableFile = options.captions();
    CaptionTable table = tableFile == null ? null : CaptionTable.readPhotos(tableFile);

    try (Directory directory = openDirectory()) {
      IndexMetadata recorded = recorded(directory);
      String model = model(recorded);
      try (Encoder encoder = open(model)) {
        CaptionAnalyzer analyzer = analyzer(recorded);
        PhotoMarker marker = PhotoMarker.of(options, recorded, analyzer);
        FieldCatalogue known = KnownFields.of(options, recorded, encoder);
        PhotoCaptions captions = PhotoCaptions.of(tableFile, table, photos.keySet(), known);
        IndexMetadata metadata =
            metadata(encoder, model, analyzer)
                .withPolicy(marker.begin(recorded))
                .withFields(captions.catalogue(known));
        if (recorded != null) {
          check(recorded, metadata);
        }
        captions.problems().forEach(progress::problem);
        try (PhotoIndexWriter writer =
                new PhotoIndexWriter(
                    directory, options.index(), analyzer.analyzer(), metadata, marker);
            IndexingRun run =
                new IndexingRun(
                    options, encoder, analyzer, photos, captions, progress, tally, marker,
                    stamps)) {
          checkUnchanged(recorded, recorded(directory));
          Reencoding reencoding = new Reencoding(options.index(), progress);
          Reencoded reencoded = null;
          try (ExistingPhotos existing = ExistingPhotos.in(directory)) {
            if (recorded == null || recorded.hasEncoderOf(metadata)) {
              reencoding.settle(recorded, options.model() != null);
              run.run(writer, existing, existing);
            } else {
              reencoding.begin(recorded, metadata);
              reencoding.run(run, existing, writer, tally);
              reencoded = new Reencoded(recorded.modelId(), metadata.modelId(), tally.written);
            }
          }
          return tally.report(
              captions.problems().size(),
              reencoded,
              marks(directory),
              Duration.ofNanos(System.nanoTime() - start));
        }
      }
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

  private String model(@Nullable IndexMetadata recorded) {
    String model = options.model();
    if (model == null) {
      return recorded == null ? ModelStore.DEFAULT_MODEL : recorded.modelSource();
    }
    return ModelStore.absolute(model);
  }

  /** Each worker computes by itself, with one thread. */
  private Encoder open(String model) {
    var computing = EncoderOptions.threads(1).withDevice(options.device());
    return new ModelStore().open(model, computing);
  }

  private CaptionAnalyzer analyzer(@Nullable IndexMetadata recorded) {
    String language = options.language();
    if (language == null) {
      language = recorded == null ? DEFAULT_LANGUAGE : recorded.language();
    }
    return CaptionAnalyzer.of(language);
  }

  private IndexMetadata metadata(Encoder encoder, String model, CaptionAnalyzer analyzer) {
    return new IndexMetadata(
        encoder.modelId(),
        model,
        encoder.dimension(),
        analyzer.language(),
        analyzer.name(),
        options.photos().toAbsolutePath().normalize());
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
    if (!recorded.analyzer().equals(now.analyzer())) {
      throw new IndexException(
          "%s was built with caption analyzer %s, not with %s; use that language, or another index"
              .formatted(index, recorded.analyzer(), now.analyzer()));
    }
    if (!Objects.equals(recorded.photoFolder(), now.photoFolder())
        && Files.isDirectory(recorded.photoFolder())) {
      throw new IndexException(
          "%s holds the photos of %s, which is still there; use another index for %s"
              .formatted(index, recorded.photoFolder(), now.photoFolder()));
    }
  }
}
