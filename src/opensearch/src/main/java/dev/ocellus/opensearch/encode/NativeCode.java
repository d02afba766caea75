package dev.ocellus.opensearch.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settles how native code is loaded. The tokenizers' library is told by system properties where to
 * unpack itself, and, whenever a tokenizer is made, that it shall not call its maker; and it looks
 * for itself by the thread's class loader. All are put back, since other plugins have the same
 * library, set up in their own way.
 */
final class NativeCode {

  private NativeCode() {}

  /**
   * Runs what uses an encoder for the first time.
   *
   * @param folder of this node alone, where libraries are unpacked
   */
  static synchronized void settle(Path folder, Runnable firstUse) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack native libraries to " + folder, e);
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    Map<String, @Nullable String> properties = new HashMap<>();
    Map.of("DJL_CACHE_DIR", folder.toString(), "ai.djl.offline", "true")
        .forEach((name, value) -> properties.put(name, System.setProperty(name, value)));
    thread.setContextClassLoader(NativeCode.class.getClassLoader());
    try {
      firstUse.run();
    } finally {
      thread.setContextClassLoader(before);
      properties.forEach(NativeCode::restore);
    }
  }

  private static void restore(String property, @Nullable String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }
}
