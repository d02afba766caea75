package dev.ocellus.opensearch.encode;

import dev.ocellus.encode.PhotoDecoder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Setting.Property;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.unit.MemorySizeValue;
import org.opensearch.common.util.concurrent.OpenSearchExecutors;
import org.opensearch.core.common.unit.ByteSizeUnit;
import org.opensearch.core.common.unit.ByteSizeValue;
import org.opensearch.env.Environment;
import org.opensearch.indices.breaker.BreakerSettings;
import org.opensearch.threadpool.FixedExecutorBuilder;

/**
 * The settings of what encodes. The pool and the circuit breaker have those that OpenSearch gives
 * every one of its kind: {@code thread_pool.ocellus_encode.size} and {@code .queue_size}, {@code
 * breaker.ocellus_encode.limit} and {@code .overhead}.
 */
public final class EncodeSettings {

  /** Name of the thread pool, and of the circuit breaker. */
  public static final String THREAD_POOL = "ocellus_encode";

  /** Requests that may wait for a thread of the pool. */
  private static final int QUEUE = 1000;

  /** Share of the heap that photos and texts in work may take. */
  private static final String BREAKER_LIMIT = "30%";

  /** Computing threads of a graph. */
  public static final Setting<Integer> THREADS =
      new Setting<>(
          "ocellus.encode.threads",
          settings -> String.valueOf(halfOfProcessors(settings)),
          threads -> Setting.parseInt(threads, 1, "ocellus.encode.threads"),
          Property.NodeScope);

  /** Texts, or photos, that are encoded at once. */
  public static final Setting<Integer> BATCH =
      Setting.intSetting("ocellus.encode.batch", 16, 1, 256, Property.NodeScope, Property.Dynamic);

  /** Memory for the vectors of queries that were encoded lately. */
  public static final Setting<ByteSizeValue> CACHE_SIZE =
      Setting.memorySizeSetting(
          "ocellus.encode.cache_size",
          new ByteSizeValue(16, ByteSizeUnit.MB),
          Property.NodeScope,
          Property.Dynamic);

  /**
   * Folder of the encoders beside the bundled ones; by default {@code ocellus/models} of config.
   */
  public static final Setting<String> MODELS_PATH =
      Setting.simpleString(
          "ocellus.models.path",
          path -> checkAbsolute("ocellus.models.path", path),
          Property.NodeScope);

  /** Folders whose photos the ingest processor may read; by default none. */
  public static final Setting<List<String>> PHOTO_ROOTS =
      Setting.listSetting(
          "ocellus.ingest.photo_root",
          List.of(),
          Function.identity(),
          paths -> paths.forEach(path -> checkAbsolute("ocellus.ingest.photo_root", path)),
          Property.NodeScope);

  /** The largest photo file. */
  public static final Setting<ByteSizeValue> MAX_BYTES =
      Setting.byteSizeSetting(
          "ocellus.photo.max_bytes",
          new ByteSizeValue(50, ByteSizeUnit.MB),
          new ByteSizeValue(1, ByteSizeUnit.KB),
          new ByteSizeValue(1, ByteSizeUnit.GB),
          Property.NodeScope,
          Property.Dynamic);

  /** The largest photo in pixels. */
  public static final Setting<Long> MAX_PIXELS =
      Setting.longSetting(
          "ocellus.photo.max_pixels",
          PhotoDecoder.DEFAULT_MAX_PIXELS,
          1,
          Integer.MAX_VALUE,
          Property.NodeScope,
          Property.Dynamic);

  private EncodeSettings() {}

  /** All of them, to be registered. */
  public static List<Setting<?>> all() {
    return List.of(THREADS, BATCH, CACHE_SIZE, MODELS_PATH, PHOTO_ROOTS, MAX_BYTES, MAX_PIXELS);
  }

  /** The pool that encodes: so many batches at once, and a queue, beyond which work is refused. */
  public static FixedExecutorBuilder executor(Settings settings) {
    return new FixedExecutorBuilder(
        settings, THREAD_POOL, halfOfProcessors(settings), QUEUE, "thread_pool." + THREAD_POOL);
  }

  /** The breaker that counts the bytes of what waits and what is decoded. */
  public static BreakerSettings breaker(Settings settings) {
    long limit = MemorySizeValue.parseBytesSizeValueOrHeapRatio(BREAKER_LIMIT, "limit").getBytes();
    return BreakerSettings.updateFromSettings(
        new BreakerSettings(THREAD_POOL, limit, 1.0), settings);
  }

  /** Where encoders beside the bundled ones are. */
  static Path modelsPath(Environment environment) {
    String path = MODELS_PATH.get(environment.settings());
    return path.isEmpty()
        ? environment.configDir().resolve("ocellus").resolve("models")
        : Path.of(path);
  }

  /** Batches and the threads of a graph share the processors, and searching keeps some. */
  private static int halfOfProcessors(Settings settings) {
    return Math.max(1, OpenSearchExecutors.allocatedProcessors(settings) / 2);
  }

  private static void checkAbsolute(String setting, String path) {
    try {
      if (!path.isEmpty() && !Path.of(path).isAbsolute()) {
        throw new IllegalArgumentException(
            "[%s] must be an absolute path, got [%s]".formatted(setting, path));
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("[%s] is no path: [%s]".formatted(setting, path), e);
    }
  }
}
