package dev.ocellus.encode;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a user's installed models are, by the custom of each system. */
final class StoreFolder {

  /** Environment variable: the folder itself. */
  static final String VARIABLE = "OCELLUS_STORE";

  private StoreFolder() {}

  /**
   * The folder.
   *
   * @param environment the environment variables
   * @param system as {@code os.name} says it
   * @param home the user's home folder
   */
  static Path of(Map<String, String> environment, String system, Path home) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    return dataFolder(environment, system.toLowerCase(Locale.ROOT), home)
        .resolve("ocellus")
        .resolve("models");
  }

  private static Path dataFolder(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("windows")) {
      return absolute(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    }
    Path usual =
        system.startsWith("mac")
            ? home.resolve("Library").resolve("Application Support")
            : home.resolve(".local").resolve("share");
    return absolute(environment, "XDG_DATA_HOME", usual);
  }

  /** The XDG specification has relative paths ignored. */
  private static Path absolute(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
  }
}
