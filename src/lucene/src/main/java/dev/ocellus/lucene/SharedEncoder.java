package dev.ocellus.lucene;

import dev.ocellus.encode.Encoder;
import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelStore;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * The encoder of an index's commits from one change of encoder to the next: opened at the first
 * search, closed with the last reader of those commits.
 */
final class SharedEncoder {

  private final Path folder;
  private final IndexMetadata metadata;
  private final @Nullable Encoder given;
  private final Once<Encoder> opened = new Once<>(this::open);
  private final AtomicInteger readers = new AtomicInteger();

  /**
   * @param folder the index's name in messages
   * @param given the caller's, who closes it; null to open the one that the index names
   */
  SharedEncoder(Path folder, IndexMetadata metadata, @Nullable Encoder given) {
    this.folder = folder;
    this.metadata = metadata;
    this.given = given;
  }

  /** Stays open as long as the reader. */
  void keepFor(IndexReader reader) {
    readers.incrementAndGet();
    reader.getReaderCacheHelper().addClosedListener(key -> release());
  }

  private void release() {
    if (readers.decrementAndGet() == 0) {
      opened.ifMade(Encoder::close);
    }
  }

  /**
   * The encoder.
   *
   * @throws IndexException if the caller's, or what is now in the index's model folder, is another
   * @throws ModelException if it cannot be opened
   */
  Encoder get() {
    if (given == null) {
      return opened.get();
    }
    check(given);
    return given;
  }

  private Encoder open() {
    Encoder encoder;
    try {
      encoder =
          new ModelStore().open(metadata.modelSource(), Runtime.getRuntime().availableProcessors());
    } catch (ModelException e) {
      throw new ModelException(
          "%s was built with encoder %s, which is not to be had: %s"
              .formatted(folder, metadata.modelId(), e.getMessage()),
          e);
    }
    try {
      check(encoder);
      return encoder;
    } catch (IndexException e) {
      encoder.close();
      throw e;
    }
  }

  private void check(Encoder encoder) {
    if (!metadata.hasEncoder(encoder)) {
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
}
