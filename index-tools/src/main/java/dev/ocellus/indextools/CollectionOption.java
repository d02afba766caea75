package dev.ocellus.indextools;

import dev.ocellus.fusion.DataException;
import dev.ocellus.lucene.index.IndexOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The photos that a command works on: an index, or a folder that is indexed for it. */
final class CollectionOption {

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "The index; with --photos made or updated first, and kept.")
  private @Nullable Path index;

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "A folder of photos; without --index they are indexed for this run alone.")
  private @Nullable Path photos;

  @Option(
      names = "--captions",
      paramLabel = "FILE",
      description = "With --photos: the captions, a table as index takes it.")
  private @Nullable Path captions;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "With --photos: the encoder (default: as for index).")
  private @Nullable String model;

  /** What a command does with the index; returns the exit status. */
  interface IndexUse {
    int with(Path index) throws IOException;
  }

  /** The caption table, or null if none was given. */
  @Nullable Path captions() {
    return captions;
  }

  /** Makes the index ready, uses it, and removes it if it was made for that alone. */
  int use(PrintWriter err, IndexUse use) throws IOException {
    if (photos == null) {
      if (index == null) {
        throw new DataException("which photos? give --index DIR or --photos DIR");
      }
      if (captions != null || model != null) {
        throw new DataException("--captions and --model go with --photos");
      }
      return use.with(index);
    }
    if (index != null) {
      return use(photos, index, err, use);
    }
    Path temporary = Files.createTempDirectory("ocellus-");
    try {
      return use(photos, temporary, err, use);
    } finally {
      delete(temporary);
    }
  }

  private int use(Path folder, Path target, PrintWriter err, IndexUse use) throws IOException {
    var options = IndexOptions.of(folder, target).withCaptions(captions).withModel(model);
    var run = IndexingRun.of(options, err);
    return run.status() == 0 ? use.with(target) : run.status();
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
