package dev.ocellus.opensearch.encode;

import dev.ocellus.encode.PhotoDecoder;
import dev.ocellus.encode.PhotoException;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.common.unit.ByteSizeValue;

/** How large a photo may be, as the settings say at the moment. */
final class PhotoLimits {

  private volatile long maxBytes;
  private volatile PhotoDecoder decoder;

  PhotoLimits(Settings settings, ClusterSettings dynamic) {
    this.maxBytes = EncodeSettings.MAX_BYTES.get(settings).getBytes();
    this.decoder = new PhotoDecoder(EncodeSettings.MAX_PIXELS.get(settings));
    dynamic.addSettingsUpdateConsumer(EncodeSettings.MAX_BYTES, size -> maxBytes = size.getBytes());
    dynamic.addSettingsUpdateConsumer(
        EncodeSettings.MAX_PIXELS, pixels -> decoder = new PhotoDecoder(pixels));
  }

  long maxBytes() {
    return maxBytes;
  }

  PhotoDecoder decoder() {
    return decoder;
  }

  /**
   * Refuses a file that is too large.
   *
   * @throws PhotoException naming the limit
   */
  static void check(long bytes, long maxBytes) {
    if (bytes > maxBytes) {
      throw new PhotoException(
          "a photo of %s, above the limit [%s] of %s"
              .formatted(
                  new ByteSizeValue(bytes),
                  EncodeSettings.MAX_BYTES.getKey(),
                  new ByteSizeValue(maxBytes)));
    }
  }

  /**
   * Refuses a photo that this node could never decode, however idle it is.
   *
   * @throws PhotoException naming the limit
   */
  static void check(long memory, CircuitBreaker breaker) {
    if (breaker.getLimit() >= 0 && memory > breaker.getLimit()) {
      throw new PhotoException(
          "decoding it takes %s of memory, above the limit [breaker.%s.limit] of %s"
              .formatted(
                  new ByteSizeValue(memory),
                  EncodeSettings.THREAD_POOL,
                  new ByteSizeValue(breaker.getLimit())));
    }
  }
}
