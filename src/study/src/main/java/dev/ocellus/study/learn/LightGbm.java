package dev.ocellus.study.learn;

import dev.ocellus.fusion.DataException;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * LightGBM's native libraries. Left alone, lightgbm4j unpacks them under fixed names into the
 * folder of temporary files that all processes share: a second process writes over what the first
 * has mapped into its memory, which ends the first in the middle of its work.
 */
final class LightGbm {

  private static final String TEMPORARY = "java.io.tmpdir";

  private static boolean loaded;

  private LightGbm() {}

  /**
   * To be called before any class of lightgbm4j is used.
   *
   * @throws DataException if there is no library for this system
   */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    String shared = System.getProperty(TEMPORARY);
    try {
      Path own = Files.createTempDirectory("ocellus-lightgbm");
      try {
        System.setProperty(TEMPORARY, own.toString());
        LGBMBooster.loadNative();
        loaded = true;
      } finally {
        System.setProperty(TEMPORARY, shared);
        clear(own);
      }
    } catch (IOException | LinkageError e) {
      throw new DataException(
          "LightGBM cannot be loaded (%s); trees need a 64-bit Linux, macOS or Windows with OpenMP"
              .formatted(e.getMessage()),
          e);
    }
  }

  /**
   * What is loaded stays loaded without its file, but on Windows, where it goes with the process.
   */
  private static void clear(Path own) throws IOException {
    List<Path> files;
    try (Stream<Path> unpacked = Files.list(own)) {
      files = unpacked.toList();
    }
    own.toFile().deleteOnExit();
    for (Path file : files) {
      if (!file.toFile().delete()) {
        file.toFile().deleteOnExit();
      }
    }
    own.toFile().delete();
  }
}
