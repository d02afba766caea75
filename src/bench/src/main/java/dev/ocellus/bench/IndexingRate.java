package dev.ocellus.bench;

import dev.ocellus.lucene.index.IndexOptions;
import dev.ocellus.lucene.index.IndexProgress;
import dev.ocellus.lucene.index.IndexReport;
import dev.ocellus.lucene.index.PhotoIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Whole indexing runs: read, hash, decode, preprocess, load the graphs, encode, write, commit. */
final class IndexingRate {

  private IndexingRate() {}

  /** Photos a second of one run into a new index. */
  static double photosPerSecond(Path photos, UnaryOperator<IndexOptions> options)
      throws IOException {
    Path index = Files.createTempDirectory("ocellus-bench-index");
    try {
      IndexReport report =
          new PhotoIndexer(options.apply(IndexOptions.of(photos, index))).run(IndexProgress.NONE);
      return report.added() / (report.took().toNanos() / 1e9);
    } finally {
      SamplePhotos.delete(index);
    }
  }
}
