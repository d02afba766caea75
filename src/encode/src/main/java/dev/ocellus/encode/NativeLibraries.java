package dev.ocellus.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * How native libraries are loaded, and where the tokenizers' one is unpacked. What the user has
 * set, as an environment variable or a system property (DJL_OFFLINE, DJL_CACHE_DIR,
 * ENGINE_CACHE_DIR, RUST_LIBRARY_PATH), stays.
 */
final class NativeLibraries {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private static boolean prepared;

  private NativeLibraries() {}

  /** Must run before the tokenizers' classes are loaded, which read these settings once. */
  static synchronized void prepare() {
    if (prepared) {
      return;
    }
    prepareNow();
    prepared = true;
  }

  private static void prepareNow() {
    if (System.getenv("DJL_OFFLINE") == null && System.getProperty("ai.djl.offline") == null) {
      // The library is in the jar; without this the network is asked for others.
      System.setProperty("ai.djl.offline", "true");
    }
    if (isSet("DJL_CACHE_DIR") || isSet("ENGINE_CACHE_DIR") || isSet("RUST_LIBRARY_PATH")) {
      return;
    }
    try {
      Path cache =
          cacheFolder(
              Path.of(System.getProperty("user.home", "")),
              Path.of(System.getProperty("java.io.tmpdir", "")),
              System.getProperty("user.name", "user"));
      System.setProperty("DJL_CACHE_DIR", cache.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no folder to unpack the tokenizers' library to: set DJL_CACHE_DIR to one", e);
    }
  }

  /**
   * The usual folder in the home directory, or where that cannot be written (services, containers)
   * a temporary one that only this user can write: others could plant a library there.
   */
  static Path cacheFolder(Path home, Path temporary, String user) throws IOException {
    Path usual = home.resolve(".djl.ai");
    try {
      Files.createDirectories(usual.resolve("tokenizers"));
      return usual;
    } catch (IOException e) {
      Path own = temporary.resolve("ocellus-" + user.replaceAll("[^A-Za-z0-9._-]", "_"));
      boolean posix = Files.getFileStore(temporary).supportsFileAttributeView("posix");
      if (!posix) {
        return Files.createDirectories(own);
      }
      if (!Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(own, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      return isPrivate(own, temporary) ? own : Files.createTempDirectory(temporary, "ocellus-");
    }
  }

  /** What is thrown where a native library cannot be loaded: a fault of the environment. */
  static UncheckedIOException unloadable(String library, Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = "cannot load " + library + ": " + root.getMessage();
    return new UncheckedIOException(message, new IOException(message, fault));
  }

  private static boolean isPrivate(Path own, Path temporary) throws IOException {
    // A file made just now tells who this process is.
    Path probe = Files.createTempFile(temporary, "ocellus-", null);
    try {
      return Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(own, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))
          && Files.getPosixFilePermissions(own).equals(OWNER_ONLY);
    } finally {
      Files.delete(probe);
    }
  }

  private static boolean isSet(String name) {
    String variable = System.getenv(name);
    String property = System.getProperty(name);
    return variable != null && !variable.isEmpty() || property != null && !property.isEmpty();
  }
}
