package dev.ocellus.lucene;

import dev.ocellus.encode.Encoder;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/**
 * A searcher of one commit, with what that commit recorded and the encoder of its vectors: a query
 * is never encoded by one encoder and compared with another's vectors, though the index may change
 * its encoder while it is open.
 */
final class CommitSearcher extends IndexSearcher {

  private final IndexMetadata metadata;
  private final Once<CaptionAnalyzer> analyzer;
  private final SharedEncoder encoder;

  private CommitSearcher(
      IndexReader reader,
      IndexMetadata metadata,
      Once<CaptionAnalyzer> analyzer,
      SharedEncoder encoder) {
    super(reader);
    this.metadata = metadata;
    this.analyzer = analyzer;
    this.encoder = encoder;
  }

  IndexMetadata metadata() {
    return metadata;
  }

  Supplier<CaptionAnalyzer> analyzer() {
    return analyzer::get;
  }

  Supplier<Encoder> encoder() {
    return encoder::get;
  }

  /** Makes the searchers of an index's commits, one after the other. */
  static final class Factory extends SearcherFactory {

    private final Path folder;
    private final @Nullable Encoder given;
    private @Nullable CommitSearcher last;

    /**
     * @param folder the index's name in messages
     * @param given the encoder to search with, or null for the one that each commit names
     */
    Factory(Path folder, @Nullable Encoder given) {
      this.folder = folder;
      this.given = given;
    }

    /**
     * @throws IndexException if the encoder to search with did not make the first commit's vectors
     */
    @Override
    public synchronized CommitSearcher newSearcher(
        IndexReader reader, @Nullable IndexReader previousReader) throws IOException {
      IndexMetadata metadata =
          IndexMetadata.fromCommitData(
              folder.toString(), ((DirectoryReader) reader).getIndexCommit().getUserData());
      CommitSearcher before = last;
      SharedEncoder encoder =
          before != null && before.metadata.hasEncoderOf(metadata)
              ? before.encoder
              : new SharedEncoder(folder, metadata, given);
      Once<CaptionAnalyzer> analyzer =
          before != null && before.metadata.analyzer().equals(metadata.analyzer())
              ? before.analyzer
              : new Once<>(() -> CaptionAnalyzer.of(metadata.language()));
      if (before == null && given != null) {
        encoder.get();
      }
      encoder.keepFor(reader);
      last = new CommitSearcher(reader, metadata, analyzer, encoder);
      return last;
    }
  }
}
