package dev.ocellus.lucene;

import dev.ocellus.encode.Encoder;
import dev.ocellus.lucene.analysis.CaptionAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
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
  private final Once<Scoring> fusion;

  private CommitSearcher(
      IndexReader reader,
      IndexMetadata metadata,
      Once<CaptionAnalyzer> analyzer,
      SharedEncoder encoder,
      Once<Scoring> fusion) {
    super(reader);
    this.metadata = metadata;
    this.analyzer = analyzer;
    this.encoder = encoder;
    this.fusion = fusion;
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

  /** The fusion of the encoder of this commit, unless the caller chose one. */
  Supplier<Scoring> fusion() {
    return fusion::get;
  }

  /** Makes the searchers of an index's commits, one after the other. */
  static final class Factory extends SearcherFactory {

    private final Path folder;
    private final @Nullable Encoder given;
    private final Function<String, Scoring> fusions;
    private @Nullable CommitSearcher last;

    /**
     * @param folder the index's name in messages
     * @param given the encoder to search with, or null for the one that each commit names
     * @param fusions what scores, by the id of a commit's encoder
     */
    Factory(Path folder, @Nullable Encoder given, Function<String, Scoring> fusions) {
      this.folder = folder;
      this.given = given;
      this.fusions = fusions;
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
      boolean sameEncoder = before != null && before.metadata.hasEncoderOf(metadata);
      SharedEncoder encoder =
          before != null && sameEncoder
              ? before.encoder
              : new SharedEncoder(folder, metadata, given);
      Once<Scoring> fusion =
          before != null && sameEncoder
              ? before.fusion
              : new Once<>(() -> fusions.apply(metadata.modelId()));
      Once<CaptionAnalyzer> analyzer =
          before != null && before.metadata.analyzer().equals(metadata.analyzer())
              ? before.analyzer
              : new Once<>(
                  () ->
                      CaptionAnalyzer.recorded(
                          folder.toString(), metadata.language(), metadata.analyzer()));
      if (before == null && given != null) {
        encoder.get();
      }
      encoder.keepFor(reader);
      last = new CommitSearcher(reader, metadata, analyzer, encoder, fusion);
      return last;
    }
  }
}
