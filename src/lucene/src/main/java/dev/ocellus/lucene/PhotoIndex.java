package dev.ocellus.lucene;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelStore;
import dev.ocellus.fusion.FusionModel;
import dev.ocellus.fusion.FusionModels;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * An index of photos, open for searching. Safe for use by several threads, and while another thread
 * or process indexes: every search sees the last commit.
 */
public final class PhotoIndex implements AutoCloseable {

  /** Longest query text, in UTF-16 code units: far beyond any encoder's context. */
  public static final int MAX_QUERY_LENGTH = 10_000;

  private final Path folder;
  private final Directory directory;
  private final SearcherManager searchers;
  private final Once<CaptionAnalyzer> analyzer;
  private final Once<Encoder> encoder;
  private final boolean ownsEncoder;
  private final Supplier<FusionModel> fusion;

  private PhotoIndex(
      Path folder,
      Directory directory,
      SearcherManager searchers,
      Once<CaptionAnalyzer> analyzer,
      Once<Encoder> encoder,
      boolean ownsEncoder,
      Supplier<FusionModel> fusion) {
    this.folder = folder;
    this.directory = directory;
    this.searchers = searchers;
    this.analyzer = analyzer;
    this.encoder = encoder;
    this.ownsEncoder = ownsEncoder;
    this.fusion = fusion;
  }

  /**
   * Opens an index with the encoder that it was built with, which is loaded at the first search,
   * and the bundled fusion.
   *
   * @throws IndexException if there is no index
   * @throws ModelException at the first search, if that encoder is not at hand
   */
  public static PhotoIndex open(Path index) throws IOException {
    return open(index, null, new Once<FusionModel>(() -> FusionModels.bundled().model())::get);
  }

  /**
   * Opens an index with the encoder that it was built with and a fusion of the caller's choice.
   *
   * @throws IndexException if there is no index
   */
  public static PhotoIndex open(Path index, FusionModel fusion) throws IOException {
    return open(index, null, () -> fusion);
  }

  /**
   * Opens an index with an encoder of the caller's, which the caller closes, and a fusion of its
   * choice.
   *
   * @throws IndexException if there is no index, or if it was built with another encoder
   */
  public static PhotoIndex open(Path index, Encoder encoder, FusionModel fusion)
      throws IOException {
    return open(index, encoder, () -> fusion);
  }

  private static PhotoIndex open(Path folder, @Nullable Encoder given, Supplier<FusionModel> fusion)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IndexException("no index at " + folder + "; make one with: ocellus index");
    }
    Directory directory = FSDirectory.open(folder);
    try {
      if (!DirectoryReader.indexExists(directory)) {
        throw new IndexException(folder + " holds no index; make one with: ocellus index");
      }
      SearcherManager searchers = new SearcherManager(directory, new SearcherFactory());
      IndexSearcher first = searchers.acquire();
      try {
        IndexMetadata metadata = metadata(folder, first);
        if (given != null) {
          check(folder, metadata, given);
        }
        return new PhotoIndex(
            folder,
            directory,
            searchers,
            new Once<>(() -> CaptionAnalyzer.of(metadata.language())),
            new Once<>(() -> given != null ? given : openEncoder(folder, metadata)),
            given == null,
            fusion);
      } finally {
        searchers.release(first);
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static IndexMetadata metadata(Path folder, IndexSearcher searcher) throws IOException {
    DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
    return IndexMetadata.fromCommitData(folder.toString(), reader.getIndexCommit().getUserData());
  }

  private static Encoder openEncoder(Path folder, IndexMetadata metadata) {
    Encoder encoder =
        new ModelStore().open(metadata.modelSource(), Runtime.getRuntime().availableProcessors());
    try {
      check(folder, metadata, encoder);
      return encoder;
    } catch (IndexException e) {
      encoder.close();
      throw e;
    }
  }

  private static void check(Path folder, IndexMetadata metadata, Encoder encoder) {
    if (!encoder.modelId().equals(metadata.modelId())
        || encoder.dimension() != metadata.dimension()) {
      throw new IndexException(
          "%s was built with encoder %s (%d dimensions), it cannot be searched with %s (%d)"
              .formatted(
                  folder,
                  metadata.modelId(),
                  metadata.dimension(),
                  encoder.modelId(),
                  encoder.dimension()));
    }
  }

  /** The five best photos for a description. */
  public SearchResponse search(String text) throws IOException {
    return search(SearchRequest.of(text));
  }

  /**
   * Searches the last commit.
   *
   * @throws QueryException if the query is empty or too long
   */
  public SearchResponse search(SearchRequest request) throws IOException {
    check(request.text());
    long start = System.nanoTime();
    float[] vector = encoder.get().encodeText(request.text());
    long encodeNanos = System.nanoTime() - start;
    try (PhotoSearcher searcher = acquire()) {
      return searcher.search(request, vector, encodeNanos);
    }
  }

  private static void check(String text) {
    if (text.isBlank()) {
      throw new QueryException("the query is empty; describe what the photo shows");
    }
    if (text.length() > MAX_QUERY_LENGTH) {
      throw new QueryException(
          "the query has %d characters; at most %d are searched"
              .formatted(text.length(), MAX_QUERY_LENGTH));
    }
  }

  /** The encoder of this index, loaded if it was not yet; closed with the index. */
  public Encoder encoder() {
    return encoder.get();
  }

  /** The last commit, lent until it is closed: all that is asked of it sees the same photos. */
  public PhotoSearcher acquire() throws IOException {
    searchers.maybeRefresh();
    IndexSearcher searcher = searchers.acquire();
    try {
      return new PhotoSearcher(
          searcher,
          metadata(folder, searcher),
          analyzer.get(),
          fusion,
          () -> searchers.release(searcher));
    } catch (IOException | RuntimeException e) {
      searchers.release(searcher);
      throw e;
    }
  }

  /** What the index holds; needs no encoder. */
  public IndexInfo info() throws IOException {
    searchers.maybeRefresh();
    IndexSearcher searcher = searchers.acquire();
    try {
      return IndexInfoReader.read(searcher, metadata(folder, searcher));
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    directory.close();
    if (ownsEncoder) {
      encoder.ifMade(Encoder::close);
    }
  }
}
