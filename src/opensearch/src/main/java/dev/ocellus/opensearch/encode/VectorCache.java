package dev.ocellus.opensearch.encode;

import dev.ocellus.lucene.text.EncodedText;
import dev.ocellus.lucene.text.TokenVectors;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.cache.Cache;
import org.opensearch.common.cache.CacheBuilder;

/** The vectors of queries that were encoded lately; the least recently used go first. */
final class VectorCache {

  /** What an entry takes beside its arrays and its text, roughly. */
  private static final long ENTRY_BYTES = 400;

  /**
   * A text for a model.
   *
   * @param model as it was asked for
   */
  record Key(String model, TextToEncode text) {}

  private volatile Cache<Key, EncodedText> cache;

  VectorCache(long bytes) {
    this.cache = empty(bytes);
  }

  /** Goes on empty, with another size. */
  void resize(long bytes) {
    cache = empty(bytes);
  }

  private static Cache<Key, EncodedText> empty(long bytes) {
    return CacheBuilder.<Key, EncodedText>builder()
        .setMaximumWeight(bytes)
        .weigher(VectorCache::bytesOf)
        .build();
  }

  @Nullable EncodedText get(Key key) {
    return cache.get(key);
  }

  void put(Key key, EncodedText text) {
    Cache<Key, EncodedText> current = cache;
    if (bytesOf(key, text) <= current.getMaximumWeight()) {
      current.put(key, text);
    }
  }

  CacheStats stats() {
    Cache<Key, EncodedText> current = cache;
    Cache.CacheStats stats = current.stats();
    return new CacheStats(
        stats.getHits(),
        stats.getMisses(),
        stats.getEvictions(),
        current.count(),
        current.weight());
  }

  private static long bytesOf(Key key, EncodedText text) {
    TokenVectors tokens = text.tokens();
    long vectors = (long) Float.BYTES * (text.imageVector().length + text.captionVector().length);
    return ENTRY_BYTES
        + 2L * key.text().text().length()
        + vectors
        + (tokens == null ? 0 : tokens.toBytes().length + 20L * tokens.size());
  }
}
